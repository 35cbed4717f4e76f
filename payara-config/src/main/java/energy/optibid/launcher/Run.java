package energy.optibid.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;

/** One run from its start to its end: what was started is stopped, the last first, whatever ends it. */
final class Run {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> JVM_OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms128m", "-Xmx1g");

    private static final String NOT_STARTED = "Exception while loading the app";
    private static final String REFUSAL = "OptiBid does not start: ";

    private final PrintStream out;
    private final long startedNanos;
    private final Deque<Runnable> ends = new ArrayDeque<>();
    /** Why the run is over though nobody asked for it; completed by a process that ends. */
    private volatile CompletableFuture<String> reasonOfEnd = new CompletableFuture<>();

    private final CompletableFuture<String> notStarted = new CompletableFuture<>();
    private Optional<DataFolder> folder = Optional.empty();
    private volatile boolean stopping;

    Run(PrintStream out, long startedNanos) {
        this.out = out;
        this.startedNanos = startedNanos;
    }

    /**
     * Starts the database and the server and returns when OptiBid is ready.
     *
     * @throws RefusalException where it does not get ready
     */
    void start(Settings settings) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopOnSignal, "optibid-stop"));
        DataFolder data = open(settings);
        Guard guard = keep(new Guard());
        LocalDatabase database = startDatabase(data, settings, guard);
        MicroInstallation micro = MicroInstallation.unpack(settings.microJar(), settings.programs());
        ClassArchive archive = new ClassArchive(data.classes(), micro.folder() + " " + data.server() + JVM_OPTIONS);
        boolean archived = archive.isSound();
        MicroServer server = startServer(micro, settings, data, database, archive.jvmOptions(archived), guard);
        awaitReady(settings, server, data);
        if (!archived) {
            archive.make(server.process().pid());
        }
        say(settings, data);
    }

    private synchronized DataFolder open(Settings settings) {
        DataFolder data = DataFolder.open(settings.data());
        folder = Optional.of(data);
        ends.push(data::close);
        return data;
    }

    private synchronized Guard keep(Guard guard) {
        ends.push(guard::close);
        return guard;
    }

    private synchronized LocalDatabase startDatabase(DataFolder data, Settings settings, Guard guard) {
        refuseWhenStopping();
        LocalDatabase database = LocalDatabase.start(data, settings.programs());
        guard.watch("INT", database.process().pid());
        ends.push(database::close);
        reasonOfEnd = database.process()
                .onExit()
                .thenApply(ended -> "The database ended by itself: see " + data.postgresqlLog());
        return database;
    }

    private synchronized MicroServer startServer(
            MicroInstallation micro,
            Settings settings,
            DataFolder data,
            LocalDatabase database,
            List<String> archiveOptions,
            Guard guard) {
        refuseWhenStopping();
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("ENVIRONMENT", "development");
        environment.put(
                "OPTIBID_LOG_FOLDER", data.serverLog().resolveSibling("").toString());
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        options.addAll(archiveOptions);
        MicroServer server = MicroServer.start(
                micro,
                new MicroServer.Start(
                        data.server(),
                        settings.war(),
                        settings.address(),
                        settings.port(),
                        environment,
                        options,
                        List.of(),
                        data.serverLog(),
                        this::onWarning));
        guard.watch("TERM", server.process().pid());
        ends.push(server::close);
        CompletableFuture<String> serverEnd = server.process()
                .onExit()
                .thenApply(ended ->
                        "The server ended by itself with exit code " + ended.exitValue() + ": see " + data.serverLog());
        reasonOfEnd = reasonOfEnd.applyToEither(serverEnd, Function.identity());
        return server;
    }

    /** The server stays up without the application when that does not start, so its log has to say so. */
    private void onWarning(String line) {
        if (line.contains(NOT_STARTED)) {
            notStarted.complete("OptiBid did not start on the server");
        } else if (!notStarted.isDone()) {
            out.println("server: " + line);
        }
    }

    private void refuseWhenStopping() {
        if (stopping) {
            throw new RefusalException("stopped while it started.");
        }
    }

    private void awaitReady(Settings settings, MicroServer server, DataFolder data) throws InterruptedException {
        if (Readiness.await(base(settings), PATIENCE, () -> reasonOfEnd.isDone() || notStarted.isDone())) {
            return;
        }
        String reason = reasonOfEnd.isDone()
                ? reasonOfEnd.join()
                : notStarted.getNow("The server was not ready within " + PATIENCE.toSeconds() + " s") + ": see "
                        + data.serverLog();
        server.close();
        throw new RefusalException(refusal(data.serverLog()).orElse(reason));
    }

    /** What the application itself gave as its reason. */
    private static Optional<String> refusal(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(REFUSAL))
                    .map(line -> line.substring(line.indexOf(REFUSAL)))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static URI base(Settings settings) {
        return URI.create("http://" + settings.address() + ":" + settings.port() + "/");
    }

    private void say(Settings settings, DataFolder data) {
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        out.printf("""

                OptiBid is ready after %.1f s.

                  Console   http://localhost:%d/
                  Log-in    trader@demo.optibid, password optibid-demo-2026 (also admin@ and viewer@demo.optibid)
                  Data      %s (stays; delete the folder to start afresh)
                  Logs      %s
                  Stop      Ctrl-C

                """, seconds, settings.port(), data.path(), data.serverLog().resolveSibling(""));
        out.flush();
    }

    /**
     * Returns when somebody asked for the end.
     *
     * @throws RefusalException where the server or the database ended by itself
     */
    void awaitEnd() throws InterruptedException {
        try {
            throw new RefusalException(reasonOfEnd.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isStopping() {
        return stopping;
    }

    Path launcherLog() {
        return folder.map(DataFolder::launcherLog).orElse(Path.of("optibid-launcher.log"));
    }

    private void stopOnSignal() {
        boolean started = folder.isPresent() && !stopping;
        stop();
        if (started) {
            out.println("OptiBid has stopped.");
        }
    }

    /** Stops what was started, the last first. */
    void stop() {
        stopping = true;
        synchronized (this) {
            while (!ends.isEmpty()) {
                end(ends.pop());
            }
        }
    }

    /** One that does not stop must not keep the others from it. */
    private void end(Runnable end) {
        try {
            end.run();
        } catch (RuntimeException e) {
            out.println("OptiBid: " + e.getMessage());
        }
    }
}
