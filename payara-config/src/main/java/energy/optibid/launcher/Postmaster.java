package energy.optibid.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The file in which a PostgreSQL says that it runs on a folder, and what becomes of it after a crash. */
final class Postmaster {

    private static final int PATIENCE_S = 20;

    private Postmaster() {}

    /** The process that runs, or ran, on the folder. */
    static Optional<Long> pid(Path data) throws IOException {
        Path file = file(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.get(0).trim()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes way for a new PostgreSQL on a folder that this process has locked: ends one that a killed run left, and
     * removes the file of one that is gone, since its process id may belong to another program by now.
     */
    static void endLeftOver(Path data) throws IOException {
        Optional<ProcessHandle> left = pid(data).flatMap(ProcessHandle::of).filter(process -> runsOn(process, data));
        if (left.isPresent()) {
            end(left.get());
        }
        Files.deleteIfExists(file(data));
    }

    private static boolean runsOn(ProcessHandle process, Path data) {
        return process.info()
                        .command()
                        .filter(command -> command.endsWith("postgres"))
                        .isPresent()
                && process.info()
                        .arguments()
                        .filter(arguments -> Arrays.asList(arguments).contains(data.toString()))
                        .isPresent();
    }

    /** SIGINT: PostgreSQL's fast shutdown, which does not wait for its clients. */
    private static void end(ProcessHandle process) throws IOException {
        try {
            new ProcessBuilder("kill", "-s", "INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            process.onExit().orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CompletionException e) {
            throw new IOException("a PostgreSQL that an earlier run left does not end: process " + process.pid(), e);
        }
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }
}
