package energy.optibid.forecasting.internal.mlflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import energy.optibid.forecasting.ModelRunState;
import energy.optibid.forecasting.ModelStage;
import energy.optibid.forecasting.NewModelRun;
import energy.optibid.forecasting.RunMetric;
import energy.optibid.forecasting.RunMirror;
import energy.optibid.forecasting.RunValues;
import energy.optibid.forecasting.internal.MirrorRound;
import energy.optibid.forecasting.internal.RegistryPostgres;
import energy.optibid.platform.AnsweringService;
import energy.optibid.platform.Capabilities;
import energy.optibid.platform.MlflowRest;
import energy.optibid.platform.MlflowSettings;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.ServiceReport;
import energy.optibid.platform.ServiceState;
import energy.optibid.platform.Services;
import energy.optibid.platform.Settings;
import energy.optibid.platform.Wait;
import energy.optibid.platform.internal.mlflow.MlflowConnector;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The way of runs from PostgreSQL to MLflow, without a container; each test starts it. */
@SuppressWarnings("NullAway.Init") // each test starts the desk
abstract class MirrorDesk {
    static final String TOKEN = "of-the-test";
    private static final String PROXIED = "mlflow-artifacts:/";

    final RegistryPostgres registry = new RegistryPostgres();
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
    UUID organisation;
    MlflowServer mlflow;
    private Services services;
    MirrorRound round;
    CompletableFuture<Void> firstAttempts;

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

    final void startDesk() {
        startDesk(mlflow.port(), TOKEN);
    }

    final void startDesk(int port, String token) {
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
                name -> name == ServiceName.MLFLOW ? new MlflowConnector(rest) : new AnsweringService(),
                executor,
                Clock.systemUTC(),
                Duration.ofMillis(100),
                Duration.ofMinutes(1));
        round = new MirrorRound(
                services.of(ServiceName.MLFLOW), new MlflowModelMirror(rest), registry, Clock.systemUTC());
        firstAttempts = services.startOptional();
    }

    final UUID start(String model, Map<String, String> parameters) {
        return registry.runs(organisation, runs -> runs.start(new NewModelRun(model, Optional.empty(), parameters)))
                .id();
    }

    final void log(UUID run, int count) {
        List<RunMetric> metrics = IntStream.range(0, count)
                .mapToObj(step -> new RunMetric("mae", step / 3.0, step, RegistryPostgres.now()))
                .toList();
        registry.runs(organisation, runs -> runs.log(run, new RunValues(Map.of(), metrics)));
    }

    final void end(UUID run, ModelRunState state) {
        registry.runs(organisation, runs -> runs.end(run, state));
    }

    /** A finished run with an artefact. */
    final UUID trained(String model, Map<String, String> parameters, int metrics) {
        UUID run = start(model, parameters);
        log(run, metrics);
        registry.runs(
                organisation, runs -> runs.put(run, "model/weights 1.json", "application/json", "{}".getBytes(UTF_8)));
        end(run, ModelRunState.FINISHED);
        return run;
    }

    final void register(UUID run, ModelStage stage) {
        registry.versions(organisation, versions -> {
            var version = versions.register(run, Optional.of("as a test"));
            return versions.stage(versions.locked(version.model(), version.number()), stage);
        });
    }

    final RunMirror mirror(UUID run) {
        return registry.runs(organisation, runs -> runs.read(run)).summary().mirror();
    }

    final JsonObject there(String mlflowRunId) throws IOException, InterruptedException {
        return mlflow.state().getJsonObject("runs").getJsonObject(mlflowRunId);
    }

    final JsonArray versions(String model) throws IOException, InterruptedException {
        return mlflow.state().getJsonObject("models").getJsonArray("optibid." + organisation + "." + model);
    }

    final int calls(String call) throws IOException, InterruptedException {
        return Math.toIntExact(mlflow.state().getJsonArray("calls").stream()
                .filter(each -> each.toString().contains(call))
                .count());
    }

    final ServiceReport report() {
        return services.of(ServiceName.MLFLOW).report();
    }

    final void awaitState(ServiceState state) {
        Wait.until("MLflow is " + state, () -> report().state() == state);
    }

    static Map<String, String> numbered(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(each -> "p" + each, String::valueOf));
    }
}
