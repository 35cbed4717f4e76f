package energy.optibid.forecasting.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import energy.optibid.forecasting.ArtefactNotFoundException;
import energy.optibid.forecasting.LoggedMetric;
import energy.optibid.forecasting.MirrorState;
import energy.optibid.forecasting.ModelArtefact;
import energy.optibid.forecasting.ModelFinding;
import energy.optibid.forecasting.ModelNotFoundException;
import energy.optibid.forecasting.ModelRefusedException;
import energy.optibid.forecasting.ModelRule;
import energy.optibid.forecasting.ModelRun;
import energy.optibid.forecasting.ModelRunEndedException;
import energy.optibid.forecasting.ModelRunFilter;
import energy.optibid.forecasting.ModelRunNotFoundException;
import energy.optibid.forecasting.ModelRunNotRegistrableException;
import energy.optibid.forecasting.ModelRunState;
import energy.optibid.forecasting.ModelRunSummary;
import energy.optibid.forecasting.ModelStage;
import energy.optibid.forecasting.ModelVersion;
import energy.optibid.forecasting.NewModelRun;
import energy.optibid.forecasting.RegisteredModel;
import energy.optibid.forecasting.RunMetric;
import energy.optibid.forecasting.RunValues;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of runs and versions on a real PostgreSQL, as the application's login, whom row-level security binds. */
@SuppressWarnings("NullAway.Init") // each test has organisations of its own
class ModelRegistryIT {
    private static final Instant AT = Instant.parse("2026-03-29T01:30:00.123Z");

    private final RegistryPostgres registry = new RegistryPostgres();
    private UUID ours;
    private UUID theirs;

    @BeforeEach
    void found() throws SQLException {
        registry.empty();
        ours = registry.newOrganisation();
        theirs = registry.newOrganisation();
    }

    @Test
    void runShouldGiveBackWhatItWasTold() {
        UUID id = start("day-ahead", Map.of("trees", "800", "features/load", "yes"));
        log(id, Map.of("seed", "7"), metric("mae", 9.5, 1), metric("mae", 7.25, 3), metric("mae", 8.0, 2));
        log(id, Map.of(), metric("rmse", 1.0e-20, 0));
        store(id, "model/weights.bin", "first");
        store(id, "model/weights.bin", "second");

        ModelRun run = read(id);

        assertThat(run.summary().state()).isEqualTo(ModelRunState.RUNNING);
        assertThat(run.summary().metricCount()).isEqualTo(4);
        assertThat(run.summary().mirror().state()).isEqualTo(MirrorState.WAITING);
        assertThat(run.parameters()).isEqualTo(Map.of("trees", "800", "features/load", "yes", "seed", "7"));
        assertThat(run.metrics()).containsExactly(metric("mae", 7.25, 3), metric("rmse", 1.0e-20, 0));
        assertThat(run.artefacts()).hasSize(1);
        ModelArtefact artefact = run.artefacts().get(0);
        assertThat(artefact.sizeBytes()).isEqualTo(6);
        byte[] content = registry.runs(ours, runs -> runs.content(id, artefact));
        List<LoggedMetric> page = registry.runs(ours, runs -> runs.metrics(id, Optional.of("mae"), 2, 1));
        assertThat(content).isEqualTo("second".getBytes(UTF_8));
        assertThat(page).extracting(LoggedMetric::place).containsExactly(2, 3);
    }

    /** Else each would wait for the other: who ends a run locks the run first, the mirror its own row. */
    @Test
    void mirrorShouldNotWaitForWhoeverChangesARun() {
        UUID id = start("day-ahead", Map.of());

        boolean taken = registry.in(ours, changing -> {
            assertThat(new RunTable(changing, ours).locked(id)).isPresent();
            return registry.in(ours, mirroring -> {
                try (Statement statement = mirroring.createStatement()) {
                    statement.execute("set local lock_timeout = '5s'");
                }
                MirrorTable mirror = new MirrorTable(mirroring, ours);
                boolean first = mirror.take(id, AT, AT.plusSeconds(60));
                mirror.keep(id, AT.plusSeconds(120));
                return first;
            });
        });

        assertThat(taken).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"FINISHED", "FAILED"})
    void runShouldNotChangeWhenItHasEnded(ModelRunState state) {
        UUID id = start("day-ahead", Map.of());
        ModelRunSummary ended = registry.runs(ours, runs -> runs.end(id, state));
        ModelRun before = read(id);

        assertThat(ended.state()).isEqualTo(state);
        assertThat(ended.endedAt()).isPresent();
        assertThatThrownBy(() -> log(id, Map.of(), metric("mae", 1, 1))).isInstanceOf(ModelRunEndedException.class);
        assertThatThrownBy(() -> store(id, "late", "x")).isInstanceOf(ModelRunEndedException.class);
        assertThatThrownBy(() -> registry.runs(ours, runs -> runs.end(id, ModelRunState.FINISHED)))
                .isInstanceOf(ModelRunEndedException.class);
        assertThat(read(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "a/../b", "..", ".", "größe", "a:b", "a\u0000", "a\nb", "a#b"})
    void nameShouldBeOneThatMlflowTakes(String name) {
        UUID id = start("day-ahead", Map.of());

        assertThat(findings(id, new RunValues(Map.of(name, "1"), List.of(metric(name, 1, 0)))))
                .extracting(ModelFinding::rule)
                .containsExactly(ModelRule.INVALID_PARAMETER_NAME, ModelRule.INVALID_METRIC_NAME);
        assertThatThrownBy(() -> store(id, name, "x")).isInstanceOf(ModelRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a:b", ".a", "a b", "Ä", "a\n"})
    void modelShouldHaveANameThatFitsIntoAnAddress(String name) {
        assertThatThrownBy(() -> start(name, Map.of()))
                .isInstanceOfSatisfying(
                        ModelRefusedException.class,
                        refused -> assertThat(refused.findings())
                                .extracting(ModelFinding::rule)
                                .containsExactly(ModelRule.INVALID_MODEL_NAME));
    }

    @Test
    void logShouldTellEveryFindingAndStoreNothing() {
        UUID id = start("day-ahead", Map.of("trees", "800"));

        List<ModelFinding> findings = findings(
                id,
                new RunValues(
                        Map.of("trees", "900", "x".repeat(201), "1", "empty", " ", "good", "1"),
                        List.of(
                                metric("good", 1, 0),
                                metric("nan", Double.NaN, 0),
                                metric("infinite", Double.NEGATIVE_INFINITY, 0),
                                new RunMetric("old", 1, 0, Instant.parse("1969-12-31T23:59:59Z")))));

        assertThat(findings)
                .extracting(ModelFinding::field)
                .containsExactlyInAnyOrder(
                        "parameters.trees",
                        "parameters." + "x".repeat(201),
                        "parameters.empty",
                        "metrics[1].value",
                        "metrics[2].value",
                        "metrics[3].at");
        assertThat(read(id).parameters()).isEqualTo(Map.of("trees", "800"));
        assertThat(read(id).metrics()).isEmpty();
        log(id, Map.of("trees", "800"));
    }

    @Test
    void runShouldHaveNoMoreThanItsLimits() {
        UUID id = start("day-ahead", numbered(199));
        log(id, Map.of("last", "1"));
        assertThat(rules(id, new RunValues(Map.of("one too many", "1"), List.of())))
                .containsExactly(ModelRule.TOO_MANY);

        log(id, Map.of(), metrics(9_999));
        assertThat(rules(id, new RunValues(Map.of(), List.of(metrics(2))))).containsExactly(ModelRule.TOO_MANY);
        log(id, Map.of(), metrics(1));
        assertThat(read(id).summary().metricCount()).isEqualTo(10_000);

        for (int i = 0; i < 100; i++) {
            store(id, "a" + i, "x");
        }
        store(id, "a99", "another");
        assertThatThrownBy(() -> store(id, "a100", "x")).isInstanceOf(ModelRefusedException.class);
    }

    @Test
    void tablesShouldRefuseWhatTheRulesRefuse() {
        UUID id = start("day-ahead", Map.of());
        String metric = "insert into model_run_metrics (run_id, ordinal, name, value, step, measured_at) values ('" + id
                + "', 1, 'mae', '%s', 0, now())";

        for (String value : List.of("NaN", "Infinity", "-Infinity")) {
            assertRefused(metric.formatted(value));
        }
        assertRefused("update model_runs set state = 'finished' where id = '" + id + "'");
        assertRefused("delete from model_runs where id = '" + id + "'");
        assertRefused("insert into model_artefacts (run_id, path, media_type, size_bytes, sha256, content, stored_at)"
                + " values ('" + id + "', 'p', 'a/b', 2, repeat('0', 64), 'x', now())");
    }

    @Test
    void onlyFinishedRunShouldBecomeAVersionAndOnlyOnce() {
        UUID running = start("day-ahead", Map.of());
        UUID failed = ended("day-ahead", ModelRunState.FAILED);
        UUID finished = ended("day-ahead", ModelRunState.FINISHED);

        for (UUID each : List.of(running, failed)) {
            assertThatThrownBy(() -> register(each)).isInstanceOf(ModelRunNotRegistrableException.class);
        }
        ModelVersion first = register(finished);
        ModelVersion second = register(ended("day-ahead", ModelRunState.FINISHED));
        ModelVersion other = register(ended("intraday", ModelRunState.FINISHED));

        assertThatThrownBy(() -> register(finished))
                .isInstanceOf(ModelRunNotRegistrableException.class)
                .hasMessageContaining("version 1");
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.stage()).isEqualTo(ModelStage.NONE);
        assertThat(second.number()).isEqualTo(2);
        assertThat(other.number()).isEqualTo(1);
        assertThat(models(ours))
                .extracting(RegisteredModel::name, RegisteredModel::latestVersion)
                .containsExactly(tuple("day-ahead", 2), tuple("intraday", 1));
        List<ModelVersion> newest =
                registry.versions(ours, versions -> versions.list("day-ahead", 1, Integer.MAX_VALUE));
        assertThat(newest).extracting(ModelVersion::number).containsExactly(2);
    }

    @Test
    void versionShouldArchiveTheOneThatWasInProduction() {
        register(ended("day-ahead", ModelRunState.FINISHED));
        register(ended("day-ahead", ModelRunState.FINISHED));
        stage(1, ModelStage.PRODUCTION);

        List<VersionBook.Change> changes = stage(2, ModelStage.PRODUCTION);

        assertThat(changes)
                .extracting(
                        change -> change.now().number(), change -> change.now().stage())
                .containsExactly(tuple(1, ModelStage.ARCHIVED), tuple(2, ModelStage.PRODUCTION));
        assertThat(version(1).version()).isEqualTo(2);
        assertThat(stage(2, ModelStage.PRODUCTION)).as("it is there already").isEmpty();
        assertThat(version(2).version()).isEqualTo(1);
    }

    @Test
    void oneVersionShouldBeInProductionWhenEightComeThereAtOnce() throws Exception {
        for (int i = 0; i < 8; i++) {
            register(ended("day-ahead", ModelRunState.FINISHED));
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            IntStream.rangeClosed(1, 8)
                    .forEach(number -> all.add(() -> {
                        stage(number, ModelStage.PRODUCTION);
                        return true;
                    }));
            for (Future<Boolean> each : pool.invokeAll(all)) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }

        Map<ModelStage, Long> stages =
                registry.versions(ours, versions -> versions.list("day-ahead", 10, Integer.MAX_VALUE)).stream()
                        .collect(Collectors.groupingBy(ModelVersion::stage, Collectors.counting()));
        assertThat(stages).isEqualTo(Map.of(ModelStage.PRODUCTION, 1L, ModelStage.ARCHIVED, 7L));
    }

    @Test
    void organisationShouldSeeItsOwnOnly() {
        UUID id = ended("day-ahead", ModelRunState.FINISHED);
        store(start("day-ahead", Map.of()), "x", "y");
        register(id);

        assertThatThrownBy(() -> registry.runs(theirs, runs -> runs.read(id)))
                .isInstanceOf(ModelRunNotFoundException.class);
        assertThatThrownBy(() -> registry.runs(theirs, runs -> runs.artefact(id, "x")))
                .isInstanceOf(ModelRunNotFoundException.class);
        assertThatThrownBy(() -> registry.versions(theirs, versions -> versions.register(id, Optional.empty())))
                .isInstanceOf(ModelRunNotFoundException.class);
        assertThatThrownBy(() -> registry.versions(theirs, versions -> versions.locked("day-ahead", 1)))
                .isInstanceOf(ModelNotFoundException.class);
        assertThatThrownBy(() -> registry.versions(theirs, versions -> versions.list("day-ahead", 1, 9)))
                .isInstanceOf(ModelNotFoundException.class);
        assertThat(models(theirs)).isEmpty();
        List<ModelRunSummary> seen = registry.runs(theirs, runs -> runs.list(all(), 10, Optional.empty()));
        assertThat(seen).isEmpty();
    }

    @Test
    void runsShouldBeListedNewestFirstFromOneOnAndByModelAndState() {
        UUID first = ended("day-ahead", ModelRunState.FINISHED);
        UUID second = start("intraday", Map.of());
        UUID third = start("day-ahead", Map.of());

        assertThat(listed(all(), Optional.empty())).containsExactly(third, second, first);
        assertThat(listed(all(), Optional.of(third))).containsExactly(second, first);
        assertThat(listed(new ModelRunFilter(Optional.of("day-ahead"), Optional.empty()), Optional.empty()))
                .containsExactly(third, first);
        assertThat(listed(new ModelRunFilter(Optional.empty(), Optional.of(ModelRunState.RUNNING)), Optional.empty()))
                .containsExactly(third, second);
    }

    @Test
    void artefactShouldBeMissedWhereThereIsNone() {
        UUID id = start("day-ahead", Map.of());

        assertThatThrownBy(() -> registry.runs(ours, runs -> runs.artefact(id, "none")))
                .isInstanceOf(ArtefactNotFoundException.class);
    }

    private List<RegisteredModel> models(UUID organisation) {
        return registry.versions(organisation, versions -> versions.models(10, ""));
    }

    private static ModelRunFilter all() {
        return new ModelRunFilter(Optional.empty(), Optional.empty());
    }

    private List<UUID> listed(ModelRunFilter filter, Optional<UUID> after) {
        return registry.runs(ours, runs -> runs.list(filter, 10, after)).stream()
                .map(ModelRunSummary::id)
                .toList();
    }

    private void assertRefused(String sql) {
        assertThatThrownBy(() -> registry.in(ours, connection -> Statements.update(connection, sql)))
                .as(sql)
                .hasCauseInstanceOf(SQLException.class);
    }

    private UUID start(String model, Map<String, String> parameters) {
        return registry.runs(ours, runs -> runs.start(new NewModelRun(model, Optional.of("a try"), parameters)))
                .id();
    }

    private UUID ended(String model, ModelRunState state) {
        UUID id = start(model, Map.of());
        registry.runs(ours, runs -> runs.end(id, state));
        return id;
    }

    private RunValues log(UUID id, Map<String, String> parameters, RunMetric... metrics) {
        return registry.runs(ours, runs -> runs.log(id, new RunValues(parameters, List.of(metrics))));
    }

    private List<ModelFinding> findings(UUID id, RunValues values) {
        try {
            registry.runs(ours, runs -> runs.log(id, values));
            return List.of();
        } catch (ModelRefusedException e) {
            return e.findings();
        }
    }

    private List<ModelRule> rules(UUID id, RunValues values) {
        return findings(id, values).stream().map(ModelFinding::rule).toList();
    }

    private ModelArtefact store(UUID id, String path, String content) {
        return registry.runs(ours, runs -> runs.put(id, path, "text/plain", content.getBytes(UTF_8)));
    }

    private ModelRun read(UUID id) {
        return registry.runs(ours, runs -> runs.read(id));
    }

    private ModelVersion register(UUID id) {
        return registry.versions(ours, versions -> versions.register(id, Optional.of("as a test")));
    }

    private List<VersionBook.Change> stage(int number, ModelStage stage) {
        return registry.versions(ours, versions -> versions.stage(versions.locked("day-ahead", number), stage));
    }

    private ModelVersion version(int number) {
        return registry.versions(ours, versions -> versions.read("day-ahead", number));
    }

    private static RunMetric metric(String name, double value, int step) {
        return new RunMetric(name, value, step, AT);
    }

    private static RunMetric[] metrics(int count) {
        return IntStream.range(0, count)
                .mapToObj(step -> metric("mae", step, step))
                .toArray(RunMetric[]::new);
    }

    private static Map<String, String> numbered(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(each -> "p" + each, String::valueOf));
    }
}
