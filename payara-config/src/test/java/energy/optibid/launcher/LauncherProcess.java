package energy.optibid.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The launcher as a process of its own, as a person starts it. */
final class LauncherProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private LauncherProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "launcher-output");
        reader.start();
    }

    static LauncherProcess start(Path data, int port) throws IOException {
        return new LauncherProcess(new ProcessBuilder(
                        Java.executable().toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-Doptibid.data=" + data,
                        "-Doptibid.port=" + port,
                        "-Doptibid.war=" + System.getProperty("optibid.war"),
                        "-Doptibid.micro=" + System.getProperty("optibid.micro"),
                        "-Doptibid.programs=" + System.getProperty("optibid.programs"),
                        "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file"),
                        "energy.optibid.launcher.Launcher")
                .redirectErrorStream(true)
                .start());
    }

    private void read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("output ended: " + e);
        }
    }

    /** Everything that it has printed so far. */
    String output() {
        return String.join("\n", lines);
    }

    List<String> lines() {
        return lines;
    }

    LauncherProcess awaitReady() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!output().contains("OptiBid is ready")) {
            if (System.nanoTime() > end || process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The launcher did not get ready:\n" + output());
            }
        }
        return this;
    }

    long pid() {
        return process.pid();
    }

    /** The processes below it, with what they were started with. */
    List<ProcessHandle> descendants(String word) {
        return process.descendants()
                .filter(each -> each.info().commandLine().orElse("").contains(word))
                .toList();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-s", name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("The launcher did not end:\n" + output());
        }
        reader.join();
        return process.exitValue();
    }

    /** The PostgreSQL that runs on the data folder. */
    static ProcessHandle postmaster(Path data) throws IOException {
        String pid =
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid.trim())).orElseThrow();
    }

    static int postgresqlPort(Path data) throws IOException {
        return Integer.parseInt(Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .get(3)
                .trim());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
