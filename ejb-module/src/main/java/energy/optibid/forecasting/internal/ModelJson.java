package energy.optibid.forecasting.internal;

import energy.optibid.forecasting.ModelRunSummary;
import energy.optibid.forecasting.ModelVersion;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** Runs and versions as they stand in the audit trail and in events. */
final class ModelJson {

    private ModelJson() {}

    static String of(ModelRunSummary run) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", run.id().toString())
                .add("model", run.model())
                .add("state", Statements.code(run.state()))
                .add("metricCount", run.metricCount());
        run.name().ifPresent(name -> json.add("name", name));
        return json.build().toString();
    }

    static String of(ModelVersion version) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", version.id().toString())
                .add("model", version.model())
                .add("number", version.number())
                .add("runId", version.runId().toString())
                .add("stage", Statements.code(version.stage()));
        version.description().ifPresent(description -> json.add("description", description));
        return json.add("version", version.version()).build().toString();
    }
}
