package energy.optibid.it;

import energy.optibid.launcher.Guard;
import energy.optibid.launcher.MicroInstallation;
import energy.optibid.launcher.MicroServer;
import energy.optibid.launcher.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The WAR on Payara Micro, with Kafka and what stands for MLflow and ENTSO-E, and with Redis and ClickHouse where they are installed. */
record MicroForm(
        URI base,
        Path log,
        Database database,
        Optional<Redis> redis,
        Optional<Kafka> kafka,
        Optional<ClickHouse> clickHouse,
        Optional<Mlflow> mlflow,
        Optional<EntsoePlatform> entsoe)
        implements Form {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final List<String> QUICK_TO_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx768m");
    private static final List<String> AS_IT_COMES = List.of("-XX:TieredStopAtLevel=4", "-Xmx1g");

    static MicroForm start() throws IOException {
        Guard guard = new Guard();
        Database database = Database.start(TestFolders.IT.resolve("micro"), guard);
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.putAll(TestSettings.ENVIRONMENT);
        environment.putAll(database.ownerEnvironment());
        environment.putAll(TestSettings.ofServerUnderTest());
        Optional<Redis> redis = Redis.ifInstalled(guard);
        Kafka kafka = Kafka.prepare(guard);
        Optional<ClickHouse> clickHouse = ClickHouse.ifInstalled(guard);
        Mlflow mlflow = Mlflow.prepare(guard);
        EntsoePlatform entsoe = EntsoePlatform.start();
        environment.putAll(entsoe.environment());
        Stream.of(redis, Optional.of(kafka), clickHouse, Optional.of(mlflow))
                .flatMap(Optional::stream)
                .forEach(service -> {
                    environment.putAll(service.environment());
                    service.bringBack();
                });
        Instance instance = start("micro", environment, guard);
        if (!instance.awaitReady(PATIENCE)) {
            instance.server().close();
            throw new IllegalStateException("Payara Micro did not get ready:\n" + TestFolders.tail(instance.log(), 80));
        }
        return new MicroForm(
                instance.base(),
                instance.log(),
                database,
                redis,
                Optional.of(kafka),
                clickHouse,
                Optional.of(mlflow),
                Optional.of(entsoe));
    }

    @Override
    public Path logFolder() {
        return log.resolveSibling("instance").resolve("logs");
    }

    @Override
    public Map<String, String> undeployed() {
        return Map.of();
    }

    /** Starts an instance of Payara Micro with the WAR and returns at once. */
    static Instance start(String name, Map<String, String> environment, Guard guard) {
        return start(name, environment, List.of(), guard);
    }

    /** Starts an instance with the virtual machine's own compilers and collector, for what measures. */
    static Instance startToMeasure(String name, Map<String, String> environment, Guard guard) {
        return start(name, environment, AS_IT_COMES, List.of(), guard);
    }

    /** Starts an instance with more arguments of Payara Micro. */
    static Instance start(String name, Map<String, String> environment, List<String> arguments, Guard guard) {
        return start(name, environment, QUICK_TO_START, arguments, guard);
    }

    private static Instance start(
            String name,
            Map<String, String> environment,
            List<String> virtualMachine,
            List<String> arguments,
            Guard guard) {
        try {
            Path folder = Files.createDirectories(TestFolders.IT.resolve(name));
            int port = TestFolders.freePorts(1).get(0);
            Path log = folder.resolve("server.log");
            Map<String, String> whole = new HashMap<>(environment);
            whole.putIfAbsent("OPTIBID_PUBLIC_URL", "http://localhost:" + port);
            MicroServer server = MicroServer.start(
                    MicroInstallation.unpack(TestFolders.MICRO_JAR, TestFolders.MICRO_JAR.resolveSibling("programs")),
                    new MicroServer.Start(
                            folder.resolve("instance"),
                            TestFolders.WAR,
                            "127.0.0.1",
                            port,
                            whole,
                            virtualMachine,
                            arguments,
                            log,
                            warning -> {}));
            guard.watch("TERM", server.process().pid());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return new Instance(server, URI.create("http://localhost:" + port), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One instance, ready or not. */
    record Instance(MicroServer server, URI base, Path log) {

        boolean awaitReady(Duration patience) {
            try {
                return Readiness.await(base, patience, () -> !server.process().isAlive());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
