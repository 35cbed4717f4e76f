package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every resource, on the example of the assets. */
class RestConventionsIT {
    private static final String ASSETS = "/api/v1/assets";

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/no-such-thing, 404, not-found",
        "GET, /api/v1/assets/no-uuid, 404, not-found",
        "GET, /api/v1/assets/01900000-0000-7000-8000-000000000000, 404, asset-not-found",
        "DELETE, /api/v1/assets, 405, method-not-allowed",
        "GET, /api/v1/assets?name=x, 400, invalid-parameters",
        "GET, /api/v1/market-data/latest?product=SDAC, 400, invalid-parameters",
        "GET, /api/v1/market-data/latest?product=SDAC&zone=XX, 422, unknown-zone",
        "GET, /api/no-such-thing, 404, not-found"
    })
    void refusalShouldBeAProblemWhenAddressIsWrong(String method, String path, int status, String code) {
        Api api = Api.as("trader");
        Answer answer = api.send(api.request(path).method(method, BodyPublishers.noBody()));

        assertProblem(answer, status, code);
        assertThat(answer.json().get("instance").asText()).isEqualTo(path.split("\\?", 2)[0]);
    }

    @Test
    void refusalShouldBeAProblemWhenMediaTypesAreWrong() {
        Api api = Api.as("trader");

        assertProblem(api.send(api.request(ASSETS).header("Accept", "image/png").GET()), 406, "not-acceptable");
        assertProblem(api.post(ASSETS, "text/plain", BodyPublishers.ofString("x")), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"name\":NaN}", "{\"name\":\"a\",\"name\":\"b\"}", "{}{}", "\u0000"})
    void bodyShouldBeRefusedWhenItIsNotJson(String body) {
        assertProblem(Api.as("trader").post(ASSETS, body), 400, "malformed-json");
    }

    @Test
    void bodyShouldBeRefusedWithEveryFindingWhenFieldsAreWrong() {
        Answer answer = Api.as("trader")
                .post(
                        ASSETS,
                        "{\"name\":1,\"kind\":\"fusion\",\"zoneCode\":\"DE_LU\",\"colour\":1,\"battery\":{\"chargePowerMw\":1e99}}");

        assertProblem(answer, 400, "invalid-body");
        assertThat(answer.json().get("errors").findValuesAsText("path"))
                .contains("name", "kind", "colour", "battery.chargePowerMw", "battery.dischargePowerMw");
    }

    @Test
    void bodyShouldBeRefusedWhenItIsTooLarge() {
        assertProblem(Api.as("trader").post(ASSETS, " ".repeat((1 << 20) + 1)), 413, "body-too-large");
    }

    @Test
    void assetShouldBeRefusedWithEveryFindingWhenItBreaksRules() {
        Answer answer = Api.as("trader").post(ASSETS, battery(" x", "0").replace("\"DE_LU\"", "\"MARS\""));

        assertProblem(answer, 422, "asset-refused");
        assertThat(answer.json().get("errors").findValuesAsText("code"))
                .containsExactly("invalid-name", "out-of-range", "unknown-zone");
    }

    @Test
    void assetShouldBeReadAsItWasCreatedWhenItIsThere() {
        Api api = Api.as("trader");
        String name = "Battery " + UUID.randomUUID();
        Answer created = api.post(ASSETS, battery(name, "10.5"));

        assertThat(created.status()).isEqualTo(201);
        String path = ASSETS + "/" + created.json().get("id").asText();
        assertThat(created.header("Location")).endsWith(path);
        Answer read = api.get(path);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"0\"");
        assertThat(read.json().get("name").asText()).isEqualTo(name);
        assertThat(read.json().get("battery").get("chargePowerMw").decimalValue())
                .isEqualByComparingTo("10.5");
        assertThat(Api.as("viewer").get(ASSETS).body()).contains(name);
        assertProblem(api.post(ASSETS, battery(name, "10.5")), 422, "asset-refused");
    }

    @Test
    void assetShouldNotBeThereWhenItIsAnotherOrganisations() throws Exception {
        UUID id = UUID.randomUUID();
        try (var connection = ServerUnderTest.database().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into organisations (id, name, created_at) values ('" + id + "', 'Rival " + id
                    + "', now())");
            statement.execute("insert into assets (id, organisation_id, zone_id, kind, name, created_at) values ('" + id
                    + "', '" + id + "', (select id from zones where code = 'DE_LU'), 'battery', 'Theirs', now())");
            statement.execute("insert into batteries (asset_id, organisation_id, charge_power_mw, discharge_power_mw,"
                    + " usable_capacity_mwh, charge_efficiency, discharge_efficiency) values ('" + id + "', '" + id
                    + "', 1, 1, 1, 1, 1)");
        }

        assertProblem(Api.as("admin").get(ASSETS + "/" + id), 404, "asset-not-found");
        assertThat(Api.as("admin").get(ASSETS).body()).doesNotContain("Theirs");
    }

    @Test
    void answerShouldBeGivenAgainWhenIdempotencyKeyIsRepeated() {
        String key = "key-" + UUID.randomUUID();
        String body = battery("Battery " + key, "3");
        Answer first = withKey(key, body);
        Answer second = withKey(key, body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replay")).isEmpty();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertProblem(withKey(key, body + " "), 422, "idempotency-key-reused");
        assertProblem(withKey("a b", body), 400, "invalid-header");
    }

    @Test
    void requestIdShouldComeBackWhenItIsWellFormed() {
        Api api = Api.as("viewer");

        assertThat(api.send(api.request(ASSETS).header("X-Request-Id", "mine-1").GET())
                        .header("X-Request-Id"))
                .isEqualTo("mine-1");
        assertThat(api.send(api.request(ASSETS)
                                .header("X-Request-Id", "<script>")
                                .GET())
                        .header("X-Request-Id"))
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void answersShouldProtectTheBrowserWhenSent() {
        Answer api = Api.as("viewer").get(ASSETS);
        Answer console = Api.anonymous().get("/");

        assertThat(api.header("Cache-Control")).isEqualTo("no-store");
        assertThat(api.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(api.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(console.status()).isEqualTo(200);
        assertThat(console.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(console.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(console.header("X-Request-Id")).isNotEmpty();
    }

    @Test
    void consoleShouldAnswerWhenPathIsAPageOfIt() {
        Answer page = Api.anonymous().get("/runs");
        Answer missing = Api.anonymous().get("/assets/missing-1234.js");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).isEqualTo(Api.anonymous().get("/").body());
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).doesNotContainIgnoringCase("payara");
    }

    @Test
    void openApiShouldDescribeEveryOperationWhenAskedFor() {
        HttpRequest.Builder request = Api.anonymous().request("/openapi?format=json");
        Answer answer = Api.anonymous()
                .send(request.header("Accept", "application/json").GET());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("paths").size()).isGreaterThan(10);
        for (Map.Entry<String, JsonNode> path : answer.json().get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String name = operation.getKey() + " " + path.getKey();
                assertThat(operation.getValue().path("operationId").asText())
                        .as(name)
                        .isNotBlank();
                assertThat(operation.getValue().path("description").asText())
                        .as(name)
                        .isNotBlank();
            }
        }
    }

    private static Answer withKey(String key, String body) {
        Api api = Api.as("trader");
        return api.send(api.request(ASSETS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static String battery(String name, String powerMw) {
        return "{\"name\":\"%s\",\"kind\":\"battery\",\"zoneCode\":\"DE_LU\",\"battery\":{\"chargePowerMw\":%s,"
                        .formatted(name, powerMw)
                + "\"dischargePowerMw\":10,\"usableCapacityMwh\":20,\"chargeEfficiency\":0.95,\"dischargeEfficiency\":0.95}}";
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
        assertThat(answer.json().get("type").asText()).isEqualTo("/api/docs/problems#" + code);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
    }
}
