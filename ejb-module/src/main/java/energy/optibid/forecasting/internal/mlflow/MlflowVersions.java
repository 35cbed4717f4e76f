package energy.optibid.forecasting.internal.mlflow;

import energy.optibid.forecasting.ModelRunSummary;
import energy.optibid.forecasting.ModelStage;
import energy.optibid.forecasting.ModelVersion;
import energy.optibid.platform.MlflowRefusedException;
import energy.optibid.platform.MlflowRest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;

/** Registered models and their versions. MLflow counts versions by itself: its number may differ from ours, which is a tag. */
final class MlflowVersions {
    private final MlflowRest rest;

    MlflowVersions(MlflowRest rest) {
        this.rest = rest;
    }

    /** Has the version there, in its stage; MLflow's number of it. */
    String send(String runId, String source, ModelRunSummary run, ModelVersion version) {
        // MLflow allows neither a slash nor a colon here, and has one name for all organisations.
        String model = rest.settings().prefix() + "." + run.organisationId() + "." + run.model();
        JsonObject there = found(model, runId).orElseGet(() -> created(model, runId, source, version));
        String number = there.getString("version");
        String stage = stage(version.stage());
        if (!there.getString("current_stage", "None").equals(stage)) {
            rest.post(
                    "model-versions/transition-stage",
                    Json.createObjectBuilder()
                            .add("name", model)
                            .add("version", number)
                            .add("stage", stage)
                            .add("archive_existing_versions", false)
                            .build());
        }
        return number;
    }

    private Optional<JsonObject> found(String model, String runId) {
        JsonObject answer = rest.get("model-versions/search", Map.of("filter", "run_id='" + runId + "'"));
        return answer.containsKey("model_versions")
                ? answer.getJsonArray("model_versions").getValuesAs(JsonObject.class).stream()
                        .filter(each -> each.getString("name").equals(model))
                        .findFirst()
                : Optional.empty();
    }

    private JsonObject created(String model, String runId, String source, ModelVersion version) {
        requireModel(model);
        JsonObjectBuilder wanted = Json.createObjectBuilder()
                .add("name", model)
                .add("source", source)
                .add("run_id", runId)
                .add(
                        "tags",
                        Json.createArrayBuilder()
                                .add(MlflowModelMirror.tag(
                                        "optibid.version_number", String.valueOf(version.number()))));
        version.description().ifPresent(description -> wanted.add("description", description));
        return rest.post("model-versions/create", wanted.build()).getJsonObject("model_version");
    }

    private void requireModel(String model) {
        try {
            rest.post(
                    "registered-models/create",
                    Json.createObjectBuilder().add("name", model).build());
        } catch (MlflowRefusedException e) {
            if (!e.errorCode().equals(MlflowModelMirror.EXISTS)) {
                throw e;
            }
        }
    }

    private static String stage(ModelStage stage) {
        return switch (stage) {
            case NONE -> "None";
            case STAGING -> "Staging";
            case PRODUCTION -> "Production";
            case ARCHIVED -> "Archived";
        };
    }
}
