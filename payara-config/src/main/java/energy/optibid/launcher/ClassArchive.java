package energy.optibid.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The server's classes as the JVM keeps them in memory, so that a start need not load, check and link them again
 * (application class data sharing). Made by the first run from the running server; a missing, damaged or outdated one
 * only costs time.
 */
final class ClassArchive {

    private static final int PATIENCE_S = 60;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path archive;
    private final Path seal;

    /**
     * The archive for one Java and one server; another one's is not used.
     *
     * @param server what the archived classes depend on besides this Java
     */
    ClassArchive(Path folder, String server) {
        String java = System.getProperty("java.vm.version") + System.getProperty("java.home");
        String key = Long.toHexString(checksum((java + server).getBytes(UTF_8)));
        this.archive = folder.resolve(key + ".jsa");
        this.seal = folder.resolve(key + ".crc32");
    }

    /** Whether there is one that is as it was when it was made. */
    boolean isSound() {
        try {
            return Files.exists(seal) && Files.readString(seal).equals(Long.toHexString(checksum(archive)));
        } catch (IOException e) {
            return false;
        }
    }

    /** The JVM's options to use a sound archive, or else to be able to make one. */
    List<String> jvmOptions(boolean sound) {
        return sound
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds=off")
                : List.of("-XX:+RecordDynamicDumpInfo", "-Xlog:cds=off");
    }

    /**
     * Makes the archive from a running server, which pauses meanwhile.
     *
     * @return whether that went well
     */
    boolean make(long pid) {
        Path unfinished = archive.resolveSibling("unfinished.jsa");
        try {
            clean();
            Process jcmd = new ProcessBuilder(
                            Java.tool("jcmd").toString(),
                            Long.toString(pid),
                            "VM.cds",
                            "dynamic_dump",
                            unfinished.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!jcmd.waitFor(PATIENCE_S, TimeUnit.SECONDS) || jcmd.exitValue() != 0 || !Files.exists(unfinished)) {
                jcmd.destroy();
                return false;
            }
            Files.writeString(seal, Long.toHexString(checksum(unfinished)));
            Files.move(unfinished, archive, REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void clean() throws IOException {
        Path folder = archive.resolveSibling(".");
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path each : old.toList()) {
                Files.delete(each);
            }
        }
    }

    private static long checksum(Path file) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
            }
        }
        return crc.getValue();
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
