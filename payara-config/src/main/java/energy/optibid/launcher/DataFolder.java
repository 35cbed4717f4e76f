package energy.optibid.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The folder that a run keeps everything in; one run at a time. */
final class DataFolder implements AutoCloseable {

    private static final int PASSWORD_BYTES = 24;

    private final Path folder;
    private final FileChannel lockFile;

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder where it is missing, and takes it for this run.
     *
     * @throws RefusalException where it cannot be written or another run has it
     */
    static DataFolder open(Path folder) {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
            throw new RefusalException("The data folder " + folder + " is a file: " + choose());
        }
        FileChannel lockFile;
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createDirectories(folder.resolve("logs"));
            lockFile = FileChannel.open(
                    folder.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new RefusalException("The data folder " + folder + " cannot be written ("
                    + e.getClass().getSimpleName() + ": " + e.getMessage() + "): " + choose());
        }
        take(folder, lockFile);
        return new DataFolder(folder, lockFile);
    }

    private static void take(Path folder, FileChannel lockFile) {
        try {
            if (lock(lockFile).isEmpty()) {
                ByteBuffer holder = ByteBuffer.allocate(32);
                lockFile.read(holder, 0);
                String pid = new String(holder.array(), 0, holder.position(), UTF_8).trim();
                lockFile.close();
                throw new RefusalException("OptiBid is already running on " + folder + " (process " + pid
                        + "): stop it first, or " + choose());
            }
            lockFile.truncate(0);
            lockFile.write(UTF_8.encode(ProcessHandle.current().pid() + "\n"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileLock> lock(FileChannel file) throws IOException {
        try {
            return Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static String choose() {
        return "choose another one with -D" + Settings.DATA + "=FOLDER.";
    }

    Path path() {
        return folder;
    }

    Path postgresql() {
        return folder.resolve("postgresql");
    }

    /** Exists as soon as the database was set up completely. */
    Path postgresqlComplete() {
        return folder.resolve("postgresql-complete");
    }

    Path postgresqlLog() {
        return folder.resolve("logs/postgresql.log");
    }

    Path serverLog() {
        return folder.resolve("logs/server.log");
    }

    Path launcherLog() {
        return folder.resolve("logs/launcher.log");
    }

    Path server() {
        return folder.resolve("server");
    }

    Path classes() {
        return folder.resolve("classes");
    }

    Path passwordFile() {
        return folder.resolve("postgresql-password");
    }

    /** The database's password, made at the first run; only the owner can read its file. */
    String password() {
        try {
            if (!Files.exists(passwordFile())) {
                byte[] random = new byte[PASSWORD_BYTES];
                new SecureRandom().nextBytes(random);
                Files.createFile(
                        passwordFile(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(passwordFile(), HexFormat.of().formatHex(random) + "\n");
            }
            return Files.readString(passwordFile()).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
