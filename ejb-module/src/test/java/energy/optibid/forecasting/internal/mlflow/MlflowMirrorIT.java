package energy.optibid.forecasting.internal.mlflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import energy.optibid.forecasting.MirrorState;
import energy.optibid.forecasting.ModelRunState;
import energy.optibid.forecasting.ModelStage;
import energy.optibid.forecasting.NewModelRun;
import energy.optibid.forecasting.RunMetric;
import energy.optibid.forecasting.RunMirror;
import energy.optibid.forecasting.RunValues;
import energy.optibid.forecasting.internal.MirrorRound;
import energy.optibid.forecasting.internal.RegistryPostgres;
import energy.optibid.platform.Capabilities;
import energy.optibid.platform.MlflowRest;
import energy.optibid.platform.MlflowSettings;
import energy.optibid.platform.ServiceConnector;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.ServiceReport;
import energy.optibid.platform.ServiceState;
import energy.optibid.platform.Services;
import energy.optibid.platform.Settings;
import energy.optibid.platform.internal.mlflow.MlflowConnector;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The way of runs from PostgreSQL to MLflow, without a container, while MLflow is refused, hangs, is killed, frozen and comes
 * back, refuses something, or is something else.
 */
@SuppressWarnings("NullAway.Init") // each test starts the desk
class MlflowMirrorIT {
    private static final String TOKEN = "of-the-test";
    private static final String PROXIED = "mlflow-artifacts:/";
    private static final List<String> CALLS = List.of(
            "experiments/create",
            "runs/create",
            "runs/log-batch",
            "artifacts/",
            "runs/update",
            "registered-models/create",
            "versions/create",
            "transition-stage");

    private final RegistryPostgres registry = new RegistryPostgres();
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
    private UUID organisation;
    private MlflowServer mlflow;
    private Services services;
    private MirrorRound round;
    private CompletableFuture<Void> firstAttempts;

    @BeforeEach
    void empty() throws IOException, SQLException {
        registry.empty();
        organisation = registry.newOrganisation();
        mlflow = MlflowServer.prepare(TOKEN, PROXIED);
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
        services.stop();
        mlflow.close();
    }

    @Test
    void everythingShouldBeInMlflowWhenItIsThere() throws Exception {
        mlflow.start();
        startDesk();
        awaitState(ServiceState.AVAILABLE);
        UUID run = trained("day-ahead", numbered(150), 2_300);
        register(run, ModelStage.PRODUCTION);

        round.run();

        RunMirror mirror = mirror(run);
        assertThat(mirror.state()).isEqualTo(MirrorState.MIRRORED);
        assertThat(mirror.reason()).isEmpty();
        JsonObject there = mlflow.state()
                .getJsonObject("runs")
                .getJsonObject(mirror.mlflowRunId().orElseThrow());
        assertThat(there.getJsonObject("info").getString("status")).isEqualTo("FINISHED");
        assertThat(there.getJsonObject("params")).hasSize(150);
        assertThat(there.getJsonArray("metrics")).hasSize(2_300);
        assertThat(there.getJsonObject("tags").getString("optibid.run_id")).isEqualTo(run.toString());
        assertThat(mlflow.state().getJsonObject("experiments"))
                .containsOnlyKeys("optibid/" + organisation + "/day-ahead");
        assertThat(mlflow.state().getJsonObject("artifacts").keySet())
                .singleElement()
                .asString()
                .endsWith(mirror.mlflowRunId().orElseThrow() + "/artifacts/model/weights 1.json");
        JsonObject version = versions("day-ahead").getJsonObject(0);
        assertThat(version.getString("current_stage")).isEqualTo("Production");
        assertThat(version.getString("version"))
                .isEqualTo(mirror(run).mlflowVersion().orElseThrow());
    }

    @Test
    void onlyWhatIsNewShouldBeSentWhenARunGoesOn() throws Exception {
        mlflow.start();
        startDesk();
        awaitState(ServiceState.AVAILABLE);
        UUID run = start("day-ahead", Map.of());
        log(run, 3);
        round.run();
        String id = mirror(run).mlflowRunId().orElseThrow();
        assertThat(there(id).getJsonObject("info").getString("status")).isEqualTo("RUNNING");

        log(run, 2);
        round.run();
        end(run, ModelRunState.FAILED);
        round.run();
        round.run();

        assertThat(there(id).getJsonArray("metrics")).hasSize(5);
        assertThat(there(id).getJsonObject("info").getString("status")).isEqualTo("FAILED");
        assertThat(calls("runs/log-batch")).as("none without something new").isEqualTo(2);
        assertThat(calls("runs/create")).isEqualTo(1);
    }

    @Test
    void modelTrainedWhileMlflowWasDownShouldBeUploadedWhenItComes() throws Exception {
        startDesk();
        firstAttempts.join();
        assertThat(report().state()).isEqualTo(ServiceState.UNAVAILABLE);
        assertThat(report().lastError()).get().asString().contains("refused");
        UUID run = trained("day-ahead", Map.of("trees", "800"), 10);
        register(run, ModelStage.STAGING);
        round.run();
        assertThat(mirror(run).state()).isEqualTo(MirrorState.WAITING);

        mlflow.start();
        awaitState(ServiceState.AVAILABLE);
        round.run();

        assertThat(mirror(run).state()).isEqualTo(MirrorState.MIRRORED);
        assertThat(versions("day-ahead").getJsonObject(0).getString("current_stage"))
                .isEqualTo("Staging");
    }

    @Test
    void runShouldBeThereOnceWhenTheAnswerToItsCreationIsLost() throws Exception {
        mlflow.start();
        startDesk();
        awaitState(ServiceState.AVAILABLE);
        UUID run = trained("day-ahead", Map.of(), 5);
        register(run, ModelStage.PRODUCTION);

        for (String call :
                List.of("experiments/create", "runs/create", "registered-models/create", "versions/create")) {
            mlflow.fault(call, "drop", 1);
            round.run();
            assertThat(mirror(run).state()).as(call).isEqualTo(MirrorState.WAITING);
            assertThat(report().lastError()).as(call).isPresent();
            awaitState(ServiceState.AVAILABLE);
        }
        round.run();

        assertThat(mirror(run).state()).isEqualTo(MirrorState.MIRRORED);
        assertThat(mlflow.state().getJsonObject("runs")).hasSize(1);
        assertThat(versions("day-ahead")).hasSize(1);
    }

    @Test
    void nothingShouldBeLostOrDoubledWhenMlflowIsKilledAtAnyCall() throws Exception {
        mlflow.start();
        startDesk();
        awaitState(ServiceState.AVAILABLE);
        UUID run = trained("day-ahead", numbered(120), 1_500);
        register(run, ModelStage.PRODUCTION);

        // Each time MLflow does what one call asks for, and dies before it answers.
        int deaths = 0;
        while (mirror(run).state() != MirrorState.MIRRORED) {
            assertThat(deaths).isLessThan(40);
            mlflow.fault(CALLS.get(deaths % CALLS.size()), "drop", 1);
            round.run();
            mlflow.kill();
            mlflow.start();
            awaitState(ServiceState.AVAILABLE);
            deaths++;
        }

        assertThat(mlflow.state().getJsonObject("runs")).hasSize(1);
        String id = mirror(run).mlflowRunId().orElseThrow();
        assertThat(there(id).getJsonObject("params")).hasSize(120);
        assertThat(there(id).getJsonArray("metrics")).hasSize(1_500);
        assertThat(mlflow.state().getJsonObject("artifacts")).hasSize(1);
        assertThat(versions("day-ahead")).hasSize(1);
        assertThat(versions("day-ahead").getJsonObject(0).getString("current_stage"))
                .isEqualTo("Production");
    }

    @Test
    void refusedRunShouldNotHoldUpTheOthersAndGoWhenItIsTriedAgain() throws Exception {
        mlflow.start();
        startDesk();
        awaitState(ServiceState.AVAILABLE);
        UUID refused = trained("first", Map.of("trees", "1"), 1);
        UUID other = trained("second", Map.of("trees", "1"), 1);
        mlflow.fault("runs/create", "refuse", 1);

        round.run();

        assertThat(mirror(refused).state()).isEqualTo(MirrorState.REFUSED);
        assertThat(mirror(refused).reason())
                .get()
                .asString()
                .contains("INVALID_PARAMETER_VALUE", "refused by the test");
        assertThat(mirror(other).state()).isEqualTo(MirrorState.MIRRORED);
        assertThat(report().state()).isEqualTo(ServiceState.AVAILABLE);
        int before = calls("runs/create");
        round.run();
        assertThat(calls("runs/create")).as("not tried by itself").isEqualTo(before);

        registry.runs(organisation, runs -> runs.mirrorAgain(refused));
        round.run();

        assertThat(mirror(refused).state()).isEqualTo(MirrorState.MIRRORED);
        assertThat(mirror(refused).reason()).isEmpty();
    }

    @Test
    void runThatBreaksMlflowShouldBeTriedAfterTheOthers() throws Exception {
        mlflow.start();
        startDesk();
        awaitState(ServiceState.AVAILABLE);
        UUID first = trained("first", Map.of("trees", "1"), 1);
        UUID other = trained("second", Map.of("trees", "1"), 1);
        mlflow.fault("runs/create", "break", 1);
        round.run();
        assertThat(mirror(first).state()).isEqualTo(MirrorState.WAITING);
        assertThat(report().lastError()).get().asString().contains("500", "broken by the test");

        awaitState(ServiceState.AVAILABLE);
        round.run();

        assertThat(mlflow.state().getJsonObject("runs").keySet())
                .as("in this order")
                .containsExactly(
                        mirror(other).mlflowRunId().orElseThrow(),
                        mirror(first).mlflowRunId().orElseThrow());
    }

    @Test
    void runShouldBeUploadedAnewWhenMlflowHasLostIt() throws Exception {
        mlflow.start();
        startDesk();
        awaitState(ServiceState.AVAILABLE);
        UUID run = trained("day-ahead", Map.of("trees", "800"), 7);
        round.run();
        String before = mirror(run).mlflowRunId().orElseThrow();

        mlflow.forget();
        registry.runs(organisation, runs -> runs.mirrorAgain(run));
        round.run();

        String now = mirror(run).mlflowRunId().orElseThrow();
        assertThat(now).isNotEqualTo(before);
        assertThat(there(now).getJsonArray("metrics")).hasSize(7);
        assertThat(mlflow.state().getJsonObject("artifacts")).hasSize(1);
    }

    @Test
    void artefactsShouldStayAndBeToldOfWhenMlflowKeepsThemElsewhere() throws Exception {
        mlflow = MlflowServer.prepare(TOKEN, "s3://bucket/");
        mlflow.start();
        startDesk();
        awaitState(ServiceState.AVAILABLE);
        UUID run = trained("day-ahead", Map.of("trees", "800"), 3);
        register(run, ModelStage.STAGING);

        round.run();

        assertThat(mirror(run).state()).isEqualTo(MirrorState.MIRRORED);
        assertThat(mirror(run).reason()).get().asString().contains("s3", "--serve-artifacts");
        assertThat(there(mirror(run).mlflowRunId().orElseThrow()).getJsonArray("metrics"))
                .hasSize(3);
        assertThat(versions("day-ahead")).hasSize(1);
        assertThat(report().state()).isEqualTo(ServiceState.AVAILABLE);
    }

    @Test
    void nobodyShouldWaitWhenMlflowAcceptsAndNeverAnswers() throws Exception {
        try (ServerSocket hole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            startDesk(hole.getLocalPort(), TOKEN);
            UUID run = trained("day-ahead", Map.of(), 1);
            round.run();
            firstAttempts.join();

            assertThat(report().state()).isEqualTo(ServiceState.UNAVAILABLE);
            assertThat(report().lastError()).get().asString().contains("no answer within");
            assertThat(mirror(run).state()).isEqualTo(MirrorState.WAITING);
        }
    }

    @Test
    void uploadShouldGoOnWhenAFrozenMlflowGoesOn() throws Exception {
        mlflow.start();
        startDesk();
        awaitState(ServiceState.AVAILABLE);
        mlflow.signal("STOP");
        UUID run = trained("day-ahead", Map.of("trees", "800"), 2);
        round.run();
        awaitState(ServiceState.DEGRADED);
        assertThat(mirror(run).state()).isEqualTo(MirrorState.WAITING);

        mlflow.signal("CONT");
        awaitState(ServiceState.AVAILABLE);
        round.run();

        assertThat(mirror(run).state()).isEqualTo(MirrorState.MIRRORED);
        assertThat(mlflow.state().getJsonObject("runs")).hasSize(1);
    }

    @Test
    void wrongTokenShouldBeToldWithoutShowingIt() throws Exception {
        mlflow.start();
        startDesk(mlflow.port(), "another-token");
        firstAttempts.join();

        assertThat(report().state()).isEqualTo(ServiceState.UNAVAILABLE);
        assertThat(report().lastError()).get().asString().contains("401", "optibid.mlflow.token");
        assertThat(report().toString()).doesNotContain("another-token");
    }

    @Test
    void otherServerShouldBeToldApart() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<html>Welcome</html>".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            startDesk(other.getAddress().getPort(), TOKEN);
            firstAttempts.join();

            assertThat(report().state()).isEqualTo(ServiceState.UNAVAILABLE);
            assertThat(report().lastError()).get().asString().contains("no MLflow", "text/html");
        } finally {
            other.stop(0);
        }
    }

    private void startDesk() {
        startDesk(mlflow.port(), TOKEN);
    }

    private void startDesk(int port, String token) {
        Map<String, String> values = new HashMap<>(Map.of(
                "ENABLE_MLFLOW", "true",
                "optibid.mlflow.url", "http://127.0.0.1:" + port + "/",
                "optibid.mlflow.token", token,
                "optibid.mlflow.experiment-prefix", "optibid",
                "optibid.mlflow.connect-timeout", "PT3S",
                "optibid.mlflow.timeout", "PT3S",
                "optibid.mlflow.upload-timeout", "PT3S"));
        Settings settings = new Settings(key -> Optional.ofNullable(values.get(key)));
        MlflowRest rest = new MlflowRest(MlflowSettings.of(settings));
        services = new Services(
                new Capabilities(settings),
                name -> name == ServiceName.MLFLOW ? new MlflowConnector(rest) : new Answering(),
                executor,
                Clock.systemUTC(),
                Duration.ofMillis(100));
        round = new MirrorRound(
                services.of(ServiceName.MLFLOW), new MlflowModelMirror(rest), registry, Clock.systemUTC());
        firstAttempts = services.start();
    }

    private UUID start(String model, Map<String, String> parameters) {
        return registry.runs(organisation, runs -> runs.start(new NewModelRun(model, Optional.empty(), parameters)))
                .id();
    }

    private void log(UUID run, int count) {
        List<RunMetric> metrics = IntStream.range(0, count)
                .mapToObj(step -> new RunMetric("mae", step / 3.0, step, RegistryPostgres.now()))
                .toList();
        registry.runs(organisation, runs -> runs.log(run, new RunValues(Map.of(), metrics)));
    }

    private void end(UUID run, ModelRunState state) {
        registry.runs(organisation, runs -> runs.end(run, state));
    }

    /** A finished run with an artefact. */
    private UUID trained(String model, Map<String, String> parameters, int metrics) {
        UUID run = start(model, parameters);
        log(run, metrics);
        registry.runs(
                organisation, runs -> runs.put(run, "model/weights 1.json", "application/json", "{}".getBytes(UTF_8)));
        end(run, ModelRunState.FINISHED);
        return run;
    }

    private void register(UUID run, ModelStage stage) {
        registry.versions(organisation, versions -> {
            var version = versions.register(run, Optional.of("as a test"));
            return versions.stage(versions.locked(version.model(), version.number()), stage);
        });
    }

    private RunMirror mirror(UUID run) {
        return registry.runs(organisation, runs -> runs.read(run)).summary().mirror();
    }

    private JsonObject there(String mlflowRunId) throws IOException, InterruptedException {
        return mlflow.state().getJsonObject("runs").getJsonObject(mlflowRunId);
    }

    private JsonArray versions(String model) throws IOException, InterruptedException {
        return mlflow.state().getJsonObject("models").getJsonArray("optibid." + organisation + "." + model);
    }

    private int calls(String call) throws IOException, InterruptedException {
        return Math.toIntExact(mlflow.state().getJsonArray("calls").stream()
                .filter(each -> each.toString().contains(call))
                .count());
    }

    private ServiceReport report() {
        return services.of(ServiceName.MLFLOW).report();
    }

    private void awaitState(ServiceState state) {
        Instant end = Clock.systemUTC().instant().plusSeconds(60);
        while (report().state() != state) {
            assertThat(Clock.systemUTC().instant())
                    .as("MLflow is %s: %s", state, report())
                    .isBefore(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static Map<String, String> numbered(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(each -> "p" + each, String::valueOf));
    }

    /** Stands for PostgreSQL. */
    private static final class Answering implements ServiceConnector {
        @Override
        public String configuredAt() {
            return "here";
        }

        @Override
        public Duration firstTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public void probe(Duration timeout) {}
    }
}
