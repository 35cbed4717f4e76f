package energy.optibid.it;

import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real rsyslogd with one of the configurations that a page of the documentation shows, in a folder of its own. */
final class Rsyslog implements AutoCloseable {
    private static final Pattern BLOCK =
            Pattern.compile("^```rsyslog\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private final Process process;
    private final Path folder;

    private Rsyslog(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** One of the configurations of a page, counted from 0, to have its addresses and paths replaced. */
    static String configuration(Path page, int number) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(page));
        for (int i = 0; i <= number; i++) {
            if (!block.find()) {
                throw new AssertionError(page + " has no block " + i + " of rsyslog");
            }
        }
        return block.group(1);
    }

    static String replace(String text, String found, String replacement) {
        if (!text.contains(found)) {
            throw new AssertionError("The page's configuration has no " + found);
        }
        return text.replace(found, replacement);
    }

    /** @param folder empty; where it keeps its place */
    static Rsyslog start(Path folder, String configuration, Guard guard) throws IOException {
        Path spool = Files.createDirectory(folder.resolve("spool"));
        Path file = Files.writeString(
                folder.resolve("rsyslog.conf"),
                "global(workDirectory=\"" + spool + "\" maxMessageSize=\"128k\")\n" + configuration);
        Process process = new ProcessBuilder(List.of(
                        Programs.find("rsyslogd").orElseThrow().toString(),
                        "-n",
                        "-f",
                        file.toString(),
                        "-i",
                        folder.resolve("pid").toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        guard.watch("TERM", process.pid());
        return new Rsyslog(process, folder);
    }

    /** What it said of itself, for a failure. */
    String output() {
        return TestFolders.tail(folder.resolve("output.txt"), 20);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .exceptionally(late -> process)
                .join();
        process.destroyForcibly();
    }
}
