package energy.optibid.it;

import static energy.optibid.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model registry over REST: runs, artefacts, versions, stages, what is refused, and the copy in MLflow. */
class ModelsIT {
    private static final String RUNS = "/api/v1/model-runs";
    private static final String MODELS = "/api/v1/models";

    @TempDir
    Path folder;

    @BeforeAll
    static void awaitMlflow() {
        ServerUnderTest.mlflow()
                .ifPresent(any -> Patience.until(
                        () -> Api.as("admin").get("/api/v1/health").json(), health -> isAvailable(health)));
    }

    @Test
    void howToShouldWorkAsItIsWritten() {
        Programs.require("bash", "curl", "jq");

        new TutorialReader(folder, Map.of("OPTIBID", ServerUnderTest.base().toString()))
                .follow(Tutorial.read(Path.of("../docs/how-to/register-a-model.md")));
    }

    @Test
    void runShouldBecomeAVersionInProduction() {
        String model = model();
        String run = started(model);
        log(run, """
                {"parameters": {"seed": "7"},
                 "metrics": [{"name": "mae", "value": 0.00012345678901234567, "step": 2, "at": "2026-03-29T01:30:00.123456Z"},
                             {"name": "mae", "value": 9, "step": 1}]}""");
        Answer stored = put(
                "analyst", run + "/artefacts/model/weights%201.bin", "application/x-weights", new byte[] {0, 1, -1, 127
                });
        assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
        assertThat(stored.json().get("path").asText()).isEqualTo("model/weights 1.bin");
        assertThat(Api.as("analyst")
                        .post(run + "/finish", "{\"state\": \"finished\"}")
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("finished");

        JsonNode read = Api.as("viewer").get(run).json();
        assertThat(read.at("/metrics/0/value").decimalValue()).isEqualByComparingTo("0.00012345678901234567");
        assertThat(read.at("/metrics/0/at").asText()).isEqualTo("2026-03-29T01:30:00.123Z");
        assertThat(read.get("parameters").get("seed").asText()).isEqualTo("7");
        assertThat(Api.as("viewer")
                        .get(run + "/metrics?name=mae&limit=1")
                        .json()
                        .get("next")
                        .asText())
                .isNotEmpty();
        Answer artefact = Api.as("viewer").get(run + "/artefacts/model/weights%201.bin");
        assertThat(artefact.header("Content-Type")).startsWith("application/x-weights");
        assertThat(artefact.header("Content-Disposition")).isEqualTo("attachment");
        assertThat(artefact.header("ETag"))
                .isEqualTo("\"" + stored.json().get("sha256").asText() + "\"");
        Api viewer = Api.as("viewer");
        assertThat(viewer.send(viewer.request(run + "/artefacts/model/weights%201.bin")
                                .header("If-None-Match", artefact.header("ETag")))
                        .status())
                .isEqualTo(304);

        Answer registered = register("analyst", run);
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        String version = registered.header("Location").replaceFirst("^https?://[^/]+", "");
        assertThat(version).isEqualTo(MODELS + "/" + model + "/versions/1");
        assertProblem(stage("analyst", version, "\"0\"", "production"), 403, "forbidden");
        assertProblem(stage("trader", version, "", "production"), 428, "precondition-required");
        Answer staged = stage("trader", version, "\"0\"", "production");
        assertThat(staged.json().get("stage").asText()).isEqualTo("production");
        assertThat(staged.header("ETag")).isEqualTo("\"1\"");
        Answer stale = stage("admin", version, "\"0\"", "archived");
        assertProblem(stale, 412, "precondition-failed");
        assertThat(stale.json().at("/errors/0/path").asText()).isEqualTo("stage");
        assertThat(Api.as("viewer").get(MODELS + "?limit=500").json().get("items"))
                .anySatisfy(listed -> {
                    assertThat(listed.get("name").asText()).isEqualTo(model);
                    assertThat(listed.get("productionVersion").asInt()).isEqualTo(1);
                });

        assertThat(actions(read.get("id").asText()))
                .containsExactly("model-run.start", "model-run.log", "model-run.store", "model-run.end");
        String versionId = registered.json().get("id").asText();
        assertThat(actions(versionId)).containsExactly("model-version.register", "model-version.stage");
        assertThat(events(versionId)).containsExactly("ModelVersionRegistered", "ModelVersionStaged");
    }

    @Test
    void nextVersionShouldArchiveTheOneInProduction() {
        String model = model();
        String first = version(finished(model));
        String second = version(finished(model));
        stage("trader", first, "\"0\"", "production");

        stage("trader", second, "\"0\"", "production");

        JsonNode archived = Api.as("viewer").get(first).json();
        assertThat(archived.get("stage").asText()).isEqualTo("archived");
        assertThat(archived.get("version").asInt()).isEqualTo(2);
        assertThat(events(archived.get("id").asText()))
                .containsExactly("ModelVersionRegistered", "ModelVersionStaged", "ModelVersionStaged");
        assertThat(Api.as("viewer")
                        .get(MODELS + "/" + model + "/versions")
                        .json()
                        .get("items"))
                .extracting(each -> each.get("number").asInt())
                .containsExactly(2, 1);
    }

    @Test
    void wrongInputShouldBeToldWithEveryFindingAndChangeNothing() {
        String run = started(model());
        String id = run.substring(run.lastIndexOf('/') + 1);

        Answer refused = Api.as("analyst").post(run + "/log", """
                {"parameters": {"a:b": "1", "trees": "900"},
                 "metrics": [{"name": "../mae", "value": 1}, {"name": "good", "value": 2, "at": "1969-01-01T00:00:00Z"}]}""");
        assertProblem(refused, 422, "model-refused");
        assertThat(refused.json().get("errors").findValuesAsText("code"))
                .containsExactlyInAnyOrder(
                        "invalid-parameter-name", "parameter-fixed", "invalid-metric-name", "invalid-metric");
        assertProblem(
                Api.as("analyst").post(run + "/log", "{\"metrics\": [{\"name\": \"mae\", \"value\": 1e400}]}"),
                400,
                "invalid-body");
        assertProblem(
                Api.as("analyst").post(run + "/log", "{\"metrics\": [{\"name\": \"mae\", \"value\": \"1\"}]}"),
                400,
                "invalid-body");
        assertProblem(Api.as("analyst").post(RUNS, "{\"model\": \"a/b\", \"name\": \" \"}"), 422, "model-refused");
        for (String path : List.of("a%3Ab", "a%7Eb", "x".repeat(251))) {
            assertProblem(put("analyst", run + "/artefacts/" + path, "text/plain", new byte[1]), 422, "model-refused");
        }
        for (String path : List.of("a/%2e%2e/b", "a%00b", "a%5Cb", "..%2f..%2fb")) {
            assertThat(put("analyst", run + "/artefacts/" + path, "text/plain", new byte[1])
                            .status())
                    .as("%s, which the server may refuse by itself", path)
                    .isBetween(400, 499);
        }
        assertProblem(
                put("analyst", run + "/artefacts/big", "text/plain", new byte[(16 << 20) + 1]), 413, "body-too-large");
        assertProblem(put("viewer", run + "/artefacts/a", "text/plain", new byte[1]), 403, "forbidden");
        assertProblem(register("analyst", run), 409, "model-run-not-registrable");
        assertProblem(Api.as("viewer").get(run + "/artefacts/none"), 404, "artefact-not-found");
        assertProblem(Api.as("viewer").get(RUNS + "/" + UUID.randomUUID()), 404, "model-run-not-found");
        assertProblem(Api.as("viewer").get(MODELS + "/none/versions"), 404, "model-not-found");
        assertProblem(Api.as("viewer").get(RUNS + "?state=done"), 400, "invalid-parameters");

        assertThat(Api.as("viewer").get(run).json().get("artefacts")).isEmpty();
        assertThat(actions(id)).containsExactly("model-run.start");
        Api.as("analyst").post(run + "/finish", "{\"state\": \"failed\"}");
        assertProblem(Api.as("analyst").post(run + "/log", "{}"), 409, "model-run-ended");
        assertProblem(put("analyst", run + "/artefacts/late", "text/plain", new byte[1]), 409, "model-run-ended");
    }

    @Test
    void largestArtefactShouldComeBackAsItWas() {
        String run = started(model());
        byte[] bytes = new byte[16 << 20];
        bytes[bytes.length - 1] = 'x';

        Answer stored = put("analyst", run + "/artefacts/big", "text/plain", bytes);

        assertThat(stored.json().get("sizeBytes").asInt()).isEqualTo(bytes.length);
        assertThat(Api.as("viewer").get(run + "/artefacts/big").body().getBytes(StandardCharsets.ISO_8859_1))
                .isEqualTo(bytes);
    }

    @Test
    void repeatedLogShouldAddItsMetricsOnceWhenItCarriesAKey() {
        String run = started(model());
        Api analyst = Api.as("analyst");
        for (int i = 0; i < 2; i++) {
            assertThat(analyst.send(analyst.request(run + "/log")
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", "log-of-" + run.hashCode())
                                    .POST(BodyPublishers.ofString(
                                            "{\"metrics\": [{\"name\": \"mae\", \"value\": 1}]}")))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(Api.as("viewer").get(run).json().get("metricCount").asInt()).isEqualTo(1);
    }

    @Test
    void anotherOrganisationShouldNeitherSeeNorTouchIt() {
        String model = model();
        String run = finished(model);
        String version = version(run);
        Api stranger = SecondOrganisation.create().api();

        assertProblem(stranger.get(run), 404, "model-run-not-found");
        assertProblem(stranger.get(run + "/metrics"), 404, "model-run-not-found");
        assertProblem(stranger.get(run + "/artefacts/a"), 404, "model-run-not-found");
        assertProblem(stranger.post(run + "/log", "{}"), 404, "model-run-not-found");
        assertProblem(stranger.post(run + "/mirror", ""), 404, "model-run-not-found");
        assertProblem(stranger.get(version), 404, "model-not-found");
        assertProblem(stranger.get(MODELS + "/" + model + "/versions"), 404, "model-not-found");
        assertThat(stranger.get(MODELS).json().get("items")).isEmpty();
        assertThat(stranger.get(RUNS).json().get("items")).isEmpty();
    }

    @Test
    void modelShouldBeInMlflowWhereItIsOn() {
        String model = model();
        String run = finished(model);
        String version = version(run);
        stage("trader", version, "\"0\"", "staging");
        Optional<Mlflow> mlflow = ServerUnderTest.mlflow();
        if (mlflow.isEmpty()) {
            assertThat(Api.as("viewer").get(run).json().at("/mlflow/state").asText())
                    .isEqualTo("off");
            return;
        }

        String id = awaitMirrored(run).at("/mlflow/runId").asText();

        assertThat(mlflow.get()
                        .state()
                        .at("/runs/" + id + "/tags/optibid.run_id")
                        .asText())
                .isEqualTo(run.substring(run.lastIndexOf('/') + 1));
        assertThat(Patience.until(
                                () -> Api.as("viewer").get(version).json(),
                                read -> read.at("/mlflow/state").asText().equals("mirrored"))
                        .at("/mlflow/version")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void modelTrainedWhileMlflowIsDownShouldBeUploadedWhenItIsBack() {
        Optional<Mlflow> mlflow = ServerUnderTest.mlflow();
        if (mlflow.isEmpty()) {
            return;
        }
        mlflow.get().kill();
        String run;
        try {
            run = finished(model());
            assertThat(Api.as("viewer").get(run).json().at("/mlflow/state").asText())
                    .isEqualTo("waiting");
        } finally {
            mlflow.get().bringBack();
        }

        awaitMirrored(run);
    }

    private static JsonNode awaitMirrored(String run) {
        return Patience.until(
                () -> Api.as("viewer").get(run).json(),
                read -> read.at("/mlflow/state").asText().equals("mirrored"));
    }

    private static boolean isAvailable(JsonNode health) {
        for (JsonNode service : health.at("/detail/services")) {
            if (service.get("name").asText().equals("mlflow")) {
                return service.get("state").asText().equals("available");
            }
        }
        return false;
    }

    private static String model() {
        return "model-" + UUID.randomUUID();
    }

    /** The address of a run that goes on. */
    private static String started(String model) {
        Answer created = Api.as("analyst")
                .post(RUNS, "{\"model\": \"%s\", \"parameters\": {\"trees\": \"800\"}}".formatted(model));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return RUNS + "/" + created.json().get("id").asText();
    }

    private static String finished(String model) {
        String run = started(model);
        log(run, "{\"metrics\": [{\"name\": \"mae\", \"value\": 7.5}]}");
        put("analyst", run + "/artefacts/a", "text/plain", new byte[] {'a'});
        Answer ended = Api.as("analyst").post(run + "/finish", "{\"state\": \"finished\"}");
        assertThat(ended.status()).as(ended.toString()).isEqualTo(200);
        return run;
    }

    private static void log(String run, String json) {
        Answer logged = Api.as("analyst").post(run + "/log", json);
        assertThat(logged.status()).as(logged.toString()).isEqualTo(200);
    }

    private static Answer put(String user, String path, String mediaType, byte[] content) {
        Api api = Api.as(user);
        return api.send(api.request(path).header("Content-Type", mediaType).PUT(BodyPublishers.ofByteArray(content)));
    }

    private static Answer register(String user, String run) {
        return Api.as(user)
                .post(
                        MODELS,
                        "{\"runId\": \"%s\", \"description\": \"as a test\"}"
                                .formatted(run.substring(run.lastIndexOf('/') + 1)));
    }

    private static String version(String run) {
        Answer registered = register("analyst", run);
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        return registered.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static Answer stage(String user, String version, String ifMatch, String stage) {
        Api api = Api.as(user);
        var request = api.request(version + "/stage")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"stage\": \"" + stage + "\"}"));
        return api.send(ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch));
    }

    private static List<String> actions(String subject) {
        return ServerUnderTest.database()
                .texts("select action from audit_entries where subject_id = '" + subject + "' order by id");
    }

    private static List<String> events(String aggregate) {
        return ServerUnderTest.database()
                .texts("select type from outbox_events where aggregate_id = '" + aggregate + "' order by id");
    }
}
