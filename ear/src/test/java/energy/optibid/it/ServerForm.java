package energy.optibid.it;

import energy.optibid.launcher.Guard;
import energy.optibid.launcher.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The EAR on Payara Server, prepared by the script that an operator uses; with PostgreSQL alone.
 *
 * @param undeployed what the server answered before OptiBid was deployed on it
 */
record ServerForm(URI base, Path log, Database database, Map<String, String> undeployed) implements Form {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    static ServerForm start() {
        try {
            Path folder = TestFolders.IT.resolve("server");
            Guard guard = new Guard();
            Database database = Database.start(folder, guard);
            Map<String, String> environment = new HashMap<>(database.ownerEnvironment());
            environment.putAll(TestSettings.ofServerUnderTest());
            PayaraDomain domain = PayaraDomain.create(folder.resolve("domains"), environment);
            domain.start();
            guard.watch("TERM", domain.pid());
            Runtime.getRuntime().addShutdownHook(new Thread(domain::stop));
            domain.configure(database);
            // Payara restarts its HTTP listeners at each change of theirs, and now and then one does not come back.
            domain.stop();
            domain.start();
            guard.watch("TERM", domain.pid());
            Map<String, String> undeployed = UndeployedIT.ask(domain.base());
            domain.asadmin(List.of("deploy", "--name", "optibid", "--contextroot", "/", TestFolders.EAR.toString()));
            awaitReady(domain);
            return new ServerForm(domain.base(), domain.log(), database, undeployed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path logFolder() {
        return log.resolveSibling("");
    }

    @Override
    public Optional<Redis> redis() {
        return Optional.empty();
    }

    @Override
    public Optional<Kafka> kafka() {
        return Optional.empty();
    }

    @Override
    public Optional<ClickHouse> clickHouse() {
        return Optional.empty();
    }

    @Override
    public Optional<Mlflow> mlflow() {
        return Optional.empty();
    }

    private static void awaitReady(PayaraDomain domain) {
        try {
            if (!Readiness.await(domain.base(), PATIENCE, () -> !domain.isRunning())) {
                throw new IllegalStateException(
                        "Payara Server did not get ready:\n" + TestFolders.tail(domain.log(), 80));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
