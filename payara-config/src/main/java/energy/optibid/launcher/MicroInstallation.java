package energy.optibid.launcher;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Payara Micro, unpacked once so that a start need not do it. Many instances run from one installation: each gets a
 * folder of its own that refers to the installation's libraries.
 *
 * @param folder holds {@code launch-micro.jar}, {@code runtime} and {@code config}
 */
public record MicroInstallation(Path folder) {

    private static final System.Logger LOG = System.getLogger(MicroInstallation.class.getName());
    private static final String LAUNCHER = "launch-micro.jar";

    /**
     * Unpacks Payara Micro, unless that was done before.
     *
     * @param jar Payara Micro as it is distributed
     * @param parent where the unpacked folder lies, named by the size and age of the jar
     */
    public static MicroInstallation unpack(Path jar, Path parent) {
        try {
            Path folder = parent.resolve("payara-micro-" + Files.size(jar) + "-"
                    + Files.getLastModifiedTime(jar).toMillis());
            if (!Files.exists(folder.resolve(LAUNCHER))) {
                Path unfinished = Files.createTempDirectory(Files.createDirectories(parent), "unpacking-");
                run(List.of(
                        Java.executable().toString(),
                        "-jar",
                        jar.toString(),
                        "--rootdir",
                        unfinished.toString(),
                        "--outputlauncher"));
                publish(unfinished, folder);
            }
            return new MicroInstallation(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Payara Micro could not be unpacked from " + jar, e);
        }
    }

    private static void publish(Path unfinished, Path folder) throws IOException {
        try {
            Files.move(unfinished, folder);
        } catch (FileSystemException e) {
            if (!Files.exists(folder.resolve(LAUNCHER))) {
                throw e;
            }
            LOG.log(System.Logger.Level.DEBUG, "{0} was unpacked by another start meanwhile", folder);
            deleteRecursively(unfinished);
        }
    }

    /**
     * Makes an instance's folder afresh: nothing of an earlier run stays in it.
     *
     * @return the jar to start the instance from
     */
    public Path newInstance(Path instance) {
        try {
            deleteRecursively(instance);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = instance.resolve(folder.relativize(file).toString());
                    Files.createDirectories(target.resolveSibling("."));
                    place(file, target);
                }
            }
            return instance.resolve(LAUNCHER);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the server could not be made: " + instance, e);
        }
    }

    /** The server changes its configuration, never its libraries; it refuses to start from symbolic links. */
    private static void place(Path file, Path target) throws IOException {
        if (file.toString().endsWith(".jar") || file.toString().endsWith(".rar")) {
            try {
                Files.createLink(target, file);
                return;
            } catch (FileSystemException | UnsupportedOperationException e) {
                LOG.log(System.Logger.Level.DEBUG, "copied, for there is no hard link from {0}", file);
            }
        }
        // With its old time: the archive of classes checks the time of each jar.
        Files.copy(file, target, COPY_ATTRIBUTES);
    }

    static void deleteRecursively(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("exit code " + process.exitValue() + " of " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
