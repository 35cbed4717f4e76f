package energy.optibid.forecasting.internal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.forecasting.MirrorState;
import energy.optibid.forecasting.ModelRunState;
import energy.optibid.forecasting.ModelStage;
import energy.optibid.forecasting.RunMirror;
import energy.optibid.platform.ServiceState;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What gets to MLflow, once and in full, also where it refuses something or has lost it. */
class MlflowMirrorIT extends MirrorDesk {

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
}
