package energy.optibid.forecasting.internal.mlflow;

import energy.optibid.forecasting.LoggedMetric;
import energy.optibid.forecasting.RunMetric;
import energy.optibid.forecasting.internal.RunToMirror;
import energy.optibid.forecasting.internal.UploadProgress;
import energy.optibid.platform.MlflowRest;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parameters and measurements, in portions as large as MLflow takes. */
final class MlflowValues {
    private static final String CALL = "runs/log-batch";
    private static final int PARAMETERS_AT_ONCE = 100;
    private static final int METRICS_AT_ONCE = 1_000;

    private final MlflowRest rest;

    MlflowValues(MlflowRest rest) {
        this.rest = rest;
    }

    void send(String runId, RunToMirror run, UploadProgress progress) {
        List<Map.Entry<String, String>> parameters = List.copyOf(new TreeMap<>(run.parameters()).entrySet());
        for (int from = 0; from < parameters.size(); from += PARAMETERS_AT_ONCE) {
            JsonArrayBuilder part = Json.createArrayBuilder();
            parameters
                    .subList(from, Math.min(parameters.size(), from + PARAMETERS_AT_ONCE))
                    .forEach(each -> part.add(MlflowModelMirror.tag(each.getKey(), each.getValue())));
            log(runId, "params", part);
        }
        List<LoggedMetric> metrics = run.metrics();
        for (int from = 0; from < metrics.size(); from += METRICS_AT_ONCE) {
            List<LoggedMetric> portion = metrics.subList(from, Math.min(metrics.size(), from + METRICS_AT_ONCE));
            JsonArrayBuilder part = Json.createArrayBuilder();
            portion.forEach(each -> add(part, each.metric()));
            log(runId, "metrics", part);
            progress.sent(portion.get(portion.size() - 1).place());
        }
    }

    private void log(String runId, String what, JsonArrayBuilder part) {
        rest.post(
                CALL,
                Json.createObjectBuilder().add("run_id", runId).add(what, part).build());
    }

    private static void add(JsonArrayBuilder part, RunMetric metric) {
        part.add(Json.createObjectBuilder()
                .add("key", metric.name())
                .add("value", metric.value())
                .add("timestamp", metric.measuredAt().toEpochMilli())
                .add("step", metric.step()));
    }
}
