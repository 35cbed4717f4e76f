package energy.optibid.forecasting.internal.mlflow;

import energy.optibid.forecasting.ModelRunState;
import energy.optibid.forecasting.ModelRunSummary;
import energy.optibid.forecasting.internal.ModelMirror;
import energy.optibid.forecasting.internal.RunLostException;
import energy.optibid.forecasting.internal.RunToMirror;
import energy.optibid.forecasting.internal.UploadProgress;
import energy.optibid.platform.MlflowRefusedException;
import energy.optibid.platform.MlflowRest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;

/**
 * Copies runs to an MLflow 2.0 or newer, over its REST API (mlflow.org/docs/latest/rest-api.html). Our run's id is a tag
 * there, so that a run that was created and not remembered is found again.
 */
@Dependent
public final class MlflowModelMirror implements ModelMirror {
    static final String MISSING = "RESOURCE_DOES_NOT_EXIST";
    static final String EXISTS = "RESOURCE_ALREADY_EXISTS";
    private static final String RUN_TAG = "optibid.run_id";

    private final MlflowRest rest;
    private final MlflowValues values;
    private final MlflowArtefacts artefacts;
    private final MlflowVersions versions;

    @Inject
    public MlflowModelMirror(MlflowRest rest) {
        this.rest = rest;
        this.values = new MlflowValues(rest);
        this.artefacts = new MlflowArtefacts(rest);
        this.versions = new MlflowVersions(rest);
    }

    @Override
    public Optional<String> upload(RunToMirror run, UploadProgress progress) {
        JsonObject info = run.mirroredRunId().map(this::known).orElseGet(() -> foundOrCreated(run.run(), progress));
        String runId = info.getString("run_id");
        values.send(runId, run, progress);
        String root = info.getString("artifact_uri", "");
        Optional<String> left = artefacts.send(root, run.artefacts(), progress);
        end(runId, run.run());
        run.version().ifPresent(version -> progress.registered(versions.send(runId, root, run.run(), version)));
        return left;
    }

    private JsonObject known(String runId) {
        try {
            return info(rest.get("runs/get", Map.of("run_id", runId)));
        } catch (MlflowRefusedException e) {
            if (e.errorCode().equals(MISSING)) {
                throw new RunLostException(runId);
            }
            throw e;
        }
    }

    private JsonObject foundOrCreated(ModelRunSummary run, UploadProgress progress) {
        String experiment = experiment(rest.settings().prefix() + "/" + run.organisationId() + "/" + run.model());
        JsonObject info = found(run, experiment).orElseGet(() -> created(run, experiment));
        progress.created(info.getString("run_id"));
        return info;
    }

    private Optional<JsonObject> found(ModelRunSummary run, String experiment) {
        JsonObject query = Json.createObjectBuilder()
                .add("experiment_ids", Json.createArrayBuilder().add(experiment))
                .add("filter", "tags.`" + RUN_TAG + "` = '" + run.id() + "'")
                .add("max_results", 1)
                .build();
        JsonObject answer = rest.post("runs/search", query);
        return answer.containsKey("runs")
                ? answer.getJsonArray("runs").getValuesAs(JsonObject.class).stream()
                        .map(each -> each.getJsonObject("info"))
                        .findFirst()
                : Optional.empty();
    }

    private JsonObject created(ModelRunSummary run, String experiment) {
        JsonObject wanted = Json.createObjectBuilder()
                .add("experiment_id", experiment)
                .add("run_name", run.name().orElse(run.model() + " " + run.startedAt()))
                .add("start_time", run.startedAt().toEpochMilli())
                .add(
                        "tags",
                        Json.createArrayBuilder()
                                .add(tag(RUN_TAG, run.id().toString()))
                                .add(tag(
                                        "optibid.organisation_id",
                                        run.organisationId().toString())))
                .build();
        return info(rest.post("runs/create", wanted));
    }

    private String experiment(String name) {
        return experimentOf(name).orElseGet(() -> {
            try {
                return rest.post(
                                "experiments/create",
                                Json.createObjectBuilder().add("name", name).build())
                        .getString("experiment_id");
            } catch (MlflowRefusedException e) {
                // Another node was quicker.
                return Optional.of(e)
                        .filter(refused -> refused.errorCode().equals(EXISTS))
                        .flatMap(refused -> experimentOf(name))
                        .orElseThrow(() -> e);
            }
        });
    }

    private Optional<String> experimentOf(String name) {
        try {
            return Optional.of(rest.get("experiments/get-by-name", Map.of("experiment_name", name))
                    .getJsonObject("experiment")
                    .getString("experiment_id"));
        } catch (MlflowRefusedException e) {
            if (e.errorCode().equals(MISSING)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void end(String runId, ModelRunSummary run) {
        if (run.state() == ModelRunState.RUNNING) {
            return;
        }
        JsonObjectBuilder end = Json.createObjectBuilder()
                .add("run_id", runId)
                .add("status", run.state() == ModelRunState.FAILED ? "FAILED" : "FINISHED");
        run.endedAt().ifPresent(at -> end.add("end_time", at.toEpochMilli()));
        rest.post("runs/update", end.build());
    }

    private static JsonObject info(JsonObject answer) {
        return answer.getJsonObject("run").getJsonObject("info");
    }

    static JsonObjectBuilder tag(String key, String value) {
        return Json.createObjectBuilder().add("key", key).add("value", value);
    }
}
