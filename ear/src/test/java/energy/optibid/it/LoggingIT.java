package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server under test logs: for each request a line, with its ids in every line, and no secret in any. */
class LoggingIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SQL = "org.hibernate.SQL";

    @Test
    void requestShouldBeOneLineWhenItIsAnswered() {
        String id = newId();
        Api viewer = Api.as("viewer").from("198.51.100.77");
        JsonNode me = viewer.get("/api/v1/auth/me").json();

        Answer answer = viewer.send(viewer.request("/api/v1/assets?limit=1")
                .header("X-Request-Id", id)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .GET());

        assertThat(answer.header("X-Request-Id")).isEqualTo(id);
        List<JsonNode> lines =
                JsonLog.awaitRequest(id).stream().filter(JsonLog::isRequest).toList();
        assertThat(lines).hasSize(1);
        JsonNode line = lines.get(0);
        assertThat(line.get("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(line.get("level").asText()).isEqualTo("INFO");
        assertThat(line.get("message").asText()).isEqualTo("GET /api/v1/assets 200");
        assertThat(line.get("method").asText()).isEqualTo("GET");
        assertThat(line.get("path").asText()).isEqualTo("/api/v1/assets");
        assertThat(line.get("status").asInt()).isEqualTo(200);
        assertThat(line.get("durationMs").decimalValue()).isPositive();
        assertThat(line.get("bytes").asInt()).isEqualTo(answer.body().getBytes(StandardCharsets.UTF_8).length);
        assertThat(line.get("clientAddress").asText()).isEqualTo("198.51.100.77");
        assertThat(line.get("requestId").asText()).isEqualTo(id);
        assertThat(line.get("traceId").asText()).isEqualTo(TRACE);
        assertThat(line.get("userId").asText()).isEqualTo(me.get("id").asText());
        assertThat(line.get("organisationId").asText())
                .isEqualTo(me.at("/organisation/id").asText());
    }

    @Test
    void requestShouldHaveNoUserWhenNobodyHasLoggedIn() {
        String id = newId();
        Api anyone = Api.anonymous();

        Answer answer = anyone.send(anyone.request("/no-such-file.txt")
                .header("X-Request-Id", id)
                .header("traceparent", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01")
                .GET());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(JsonLog.awaitRequest(id)).singleElement().satisfies(line -> {
            assertThat(line.get("status").asInt()).isEqualTo(404);
            assertThat(line.has("userId")).isFalse();
            assertThat(line.has("organisationId")).isFalse();
            assertThat(line.has("traceId")).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blanks in it", "<script>", "\"}{\"level\":\"forged", "x-129-characters"})
    void requestIdShouldBeReplacedWhenItIsNotSafe(String given) {
        String sent = given.equals("x-129-characters") ? "x".repeat(129) : given;
        Api anyone = Api.anonymous();

        Answer answer = anyone.send(
                anyone.request("/api/v1/health").header("X-Request-Id", sent).GET());

        String id = answer.header("X-Request-Id");
        assertThat(UUID.fromString(id)).isNotNull();
        assertThat(JsonLog.awaitRequest(id)).noneMatch(line -> line.toString().contains(sent));
    }

    @Test
    void everyLineOfRequestShouldTellForWhomAlsoThoseOfLibraries() {
        Api operator = Users.operatorByCommand().api();
        String id = newId();
        set(operator, SQL, "fine");
        try {
            Api viewer = Api.as("viewer");
            viewer.send(
                    viewer.request("/api/v1/assets").header("X-Request-Id", id).GET());

            List<JsonNode> lines = JsonLog.awaitRequest(id);
            assertThat(lines).anySatisfy(line -> {
                assertThat(line.get("logger").asText()).isEqualTo(SQL);
                assertThat(line.get("level").asText()).isEqualTo("FINE");
                assertThat(line.has("userId")).isTrue();
                assertThat(line.has("organisationId")).isTrue();
            });
        } finally {
            set(operator, SQL, "warning");
        }
    }

    @Test
    void levelShouldHoldAtOnceAndBeAudited() {
        Users.User operator = Users.operatorByCommand();
        Api api = operator.api();
        String silent = newId();
        set(api, "energy.optibid.requests", "warning");
        try {
            Api anyone = Api.anonymous();
            anyone.send(anyone.request("/api/v1/health")
                    .header("X-Request-Id", silent)
                    .GET());
            assertThat(level(api, "energy.optibid.requests")).isEqualTo("warning");
        } finally {
            set(api, "energy.optibid.requests", "info");
        }

        JsonLog.awaitRequest(askedAs(api));
        assertThat(JsonLog.lines()).noneMatch(line -> line.contains(silent));
        assertThat(api.get("/api/v1/audit-entries?action=log-level.set&limit=1")
                        .json()
                        .at("/items/0"))
                .satisfies(entry -> assertThat(entry.toString())
                        .contains("energy.optibid.requests", "WARNING", "INFO", operator.id()));
    }

    @Test
    void levelsShouldBeThoseOfTheListOnly() {
        Api operator = Users.operatorByCommand().api();

        Answer unknown = put(operator, "org.hibernate.orm.jdbc.bind", "{\"level\":\"fine\"}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().get("code").asText()).isEqualTo("logger-not-found");
        assertThat(put(operator, SQL, "{\"level\":\"off\"}").status()).isEqualTo(400);
        assertThat(put(operator, SQL, "{}").status()).isEqualTo(400);
        assertThat(put(Api.as("viewer"), SQL, "{\"level\":\"fine\"}").status()).isEqualTo(403);
        assertThat(level(operator, "energy.optibid")).as("in development").isEqualTo("fine");
    }

    @Test
    void noLineShouldHaveSecretWhenUserLogsIn() throws IOException {
        String wrong = "wrong-" + UUID.randomUUID();
        Users.User user = Users.administratorOfNewOrganisation();
        Users.logIn(user.email(), wrong);
        Answer loggedIn = Users.logIn(user.email(), Users.PASSWORD);
        String token = loggedIn.json().get("accessToken").asText();
        String cookie = loggedIn.header("Set-Cookie").replaceAll("^[^=]*=([^;]*).*$", "$1");
        String query = "secret-" + UUID.randomUUID();
        Api.withToken(token).get("/api/v1/zones?limit=" + query);
        Api.withToken(token + "x").get("/api/v1/zones");
        JsonLog.awaitRequest(askedAs(user.api()));

        assertThat(cookie).hasSizeGreaterThan(40);
        assertThat(String.join("\n", JsonLog.lines()))
                .doesNotContain(wrong, Users.PASSWORD, token, cookie, query)
                .doesNotContain(Database.PASSWORD);
        assertThat(Files.readString(ServerUnderTest.log().orElseThrow()))
                .as("the server's own log")
                .doesNotContain(wrong, Users.PASSWORD, token, cookie, query);
    }

    @Test
    void everyLineShouldBeOneJsonObject() {
        JsonLog.awaitRequest(askedAs(Api.as("viewer")));

        assertThat(JsonLog.lines()).isNotEmpty().allSatisfy(line -> {
            JsonNode parsed = JsonLog.parsed(line);
            assertThat(parsed.isObject()).isTrue();
            assertThat(parsed.fieldNames()).toIterable().contains("time", "level", "logger", "message");
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "optibid.form", matches = "server")
    void logOfPayaraServerShouldBeBoundedWhenTheScriptHasRun() throws IOException {
        ServerUnderTest.base();

        assertThat(Files.readAllLines(ServerUnderTest.logFolder().resolve("../config/logging.properties")))
                .contains(
                        "com.sun.enterprise.server.logging.GFFileHandler.maxHistoryFiles=10",
                        "com.sun.enterprise.server.logging.GFFileHandler.rotationLimitInBytes=10000000");
    }

    /** Asks for something that says nothing, and returns the request's id. */
    private static String askedAs(Api api) {
        String id = newId();
        api.send(api.request("/api/v1/auth/me").header("X-Request-Id", id).GET());
        return id;
    }

    private static String newId() {
        return "logging-it-" + UUID.randomUUID();
    }

    private static void set(Api operator, String logger, String level) {
        Answer answer = put(operator, logger, "{\"level\":\"" + level + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("level").asText()).isEqualTo(level);
    }

    private static Answer put(Api api, String logger, String json) {
        return api.send(api.request("/api/v1/logging/levels/" + logger)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    private static String level(Api operator, String logger) {
        for (JsonNode item : operator.get("/api/v1/logging/levels").json().get("items")) {
            if (item.get("logger").asText().equals(logger)) {
                return item.get("level").asText();
            }
        }
        throw new AssertionError("Not listed: " + logger);
    }
}
