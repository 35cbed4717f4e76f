package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done through the API stands in the audit trail, sealed; tampering behind the API is found. */
class AuditIT {
    private static final String ENTRIES = "/api/v1/audit-entries";
    private static final String VERIFICATION = ENTRIES + "/verification";
    private static final String ADDRESS = "10.99.1.2";

    @Test
    void changeShouldStandInTheTrailWithWhoAndFromWhereWhenAnAssetIsCreated() throws Exception {
        String requestId = "audit-" + UUID.randomUUID();
        String id = createAsset(requestId, "AuditIT/1");

        JsonNode entry = sealedEntryOf(id);

        assertThat(entry.get("action").asText()).isEqualTo("asset.create");
        assertThat(entry.get("userEmail").asText()).isEqualTo("trader@demo.optibid");
        assertThat(entry.get("address").asText()).isEqualTo(ADDRESS);
        assertThat(entry.get("userAgent").asText()).isEqualTo("AuditIT/1");
        assertThat(entry.get("requestId").asText()).isEqualTo(requestId);
        assertThat(entry.get("outcome").asText()).isEqualTo("success");
        assertThat(entry.get("values").toString()).contains("battery.chargePowerMw", "\"after\":\"10\"");
        assertThat(entry.at("/at").asText()).endsWith("Z");
    }

    @Test
    void entriesShouldComeInPagesNewestFirst() {
        createAsset("audit-page-1", "AuditIT");
        createAsset("audit-page-2", "AuditIT");
        Answer first = admin(ENTRIES + "?action=asset.create&limit=1");
        Answer second = admin(ENTRIES + "?action=asset.create&limit=1&cursor="
                + first.json().get("next").asText());

        assertThat(first.json().at("/items/0/requestId").asText()).isEqualTo("audit-page-2");
        assertThat(second.json().at("/items/0/requestId").asText()).isEqualTo("audit-page-1");
    }

    @Test
    void exportShouldHoldTheEntryWithFormulasDefused() throws Exception {
        String id = createAsset("audit-export", "=HYPERLINK(\"http://example.com\")");
        String query = ENTRIES + "?subjectType=asset&subjectId=" + id;
        sealedEntryOf(id);

        Answer csv = admin(query + "&format=csv");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("audit-entries.csv");
        assertThat(csv.body().lines()).hasSize(2);
        assertThat(csv.body()).contains("\"'=HYPERLINK(\"\"http://example.com\"\")\"", "asset.create");

        Api api = Api.as("admin");
        Answer lines = api.send(api.request(query).header("Accept", "application/jsonl"));
        assertThat(lines.header("Content-Type")).startsWith("application/jsonl");
        JsonNode line = JsonMapper.builder().build().readTree(lines.body().strip());
        assertThat(line.at("/newValues/battery/chargePowerMw").asText()).isEqualTo("10");
        assertThat(line.get("sequence").asLong()).isPositive();
        assertThat(admin(ENTRIES + "?action=audit.export&limit=5").body()).contains("jsonl");
    }

    @Test
    void verificationShouldNameTheEntryWhenItWasChangedInTheDatabase() throws Exception {
        String id = createAsset("audit-tamper", "AuditIT");
        JsonNode entry = sealedEntryOf(id);
        Answer before = admin(VERIFICATION);
        assertThat(before.json().get("state").asText()).as(before.body()).isEqualTo("intact");
        String head = before.json().get("head").asText();
        String ofEntry = " where id = '" + entry.get("id").asText() + "'";

        asOwner("update audit_entries set subject_id = 'another'" + ofEntry);
        Answer broken = admin(VERIFICATION);
        asOwner("update audit_entries set subject_id = '" + id + "'" + ofEntry);

        assertThat(broken.json().get("state").asText()).isEqualTo("broken");
        assertThat(broken.json().at("/firstBroken/kind").asText()).isEqualTo("entry-altered");
        assertThat(broken.json().at("/firstBroken/entryId")).isEqualTo(entry.get("id"));
        Answer mended = admin(VERIFICATION + "?expectedHead=" + head);
        assertThat(mended.json().get("state").asText()).as(mended.body()).isEqualTo("intact");
        assertThat(admin(VERIFICATION + "?expectedHead=" + 999_999_999L + head.substring(head.indexOf(':')))
                        .json()
                        .at("/firstBroken/kind")
                        .asText())
                .isEqualTo("tail-missing");
    }

    @Test
    void trailShouldTellLogInsAndRefusalsAndWhereTheyCameFrom() {
        Api client = Api.anonymous().from("198.51.100.91");
        Answer loggedIn = logIn(client, "optibid-demo-2026");
        Answer refused = logIn(client, "not the password");
        Answer forbidden = Api.withToken(loggedIn.json().get("accessToken").asText())
                .from("198.51.100.91")
                .get(ENTRIES);
        assertThat(List.of(loggedIn.status(), refused.status(), forbidden.status()))
                .containsExactly(200, 401, 403);

        assertTold("session.start", "success", loggedIn);
        assertTold("log-in.refused", "refused", refused);
        assertTold("access.refused", "refused", forbidden);
    }

    private static Answer logIn(Api client, String password) {
        return client.post(
                "/api/v1/auth/login", "{\"email\":\"viewer@demo.optibid\",\"password\":\"" + password + "\"}");
    }

    private static void assertTold(String action, String outcome, Answer answer) {
        String requestId = answer.header("X-Request-Id");
        JsonNode items =
                admin(ENTRIES + "?action=" + action + "&limit=50").json().get("items");
        assertThat(items).as(action).anySatisfy(entry -> {
            assertThat(entry.get("requestId").asText()).isEqualTo(requestId);
            assertThat(entry.get("address").asText()).isEqualTo("198.51.100.91");
            assertThat(entry.get("outcome").asText()).isEqualTo(outcome);
        });
    }

    @Test
    void platformsTrailShouldBeIntactWhenAnOperatorVerifiesIt() {
        Answer answer = admin(VERIFICATION + "?scope=platform");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("state").asText()).as(answer.body()).isEqualTo("intact");
        assertThat(admin(ENTRIES + "?scope=platform").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?subjectId=1",
                "?from=yesterday",
                "?userId=1",
                "?format=xml",
                "?scope=world",
                "?colour=1",
                "/verification?expectedHead=7"
            })
    void requestShouldBeRefusedWhenAParameterIsWrong(String query) {
        Answer answer = admin(ENTRIES + query);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().get("code").asText()).isEqualTo("invalid-parameters");
    }

    @Test
    void trailShouldBeForbiddenWhenTheRoleIsNeitherAdministratorNorOperator() {
        for (String user : List.of("trader", "viewer")) {
            assertThat(Api.as(user).get(ENTRIES).status()).isEqualTo(403);
            assertThat(Api.as(user).get(VERIFICATION).status()).isEqualTo(403);
        }
    }

    private static Answer admin(String path) {
        return Api.as("admin").get(path);
    }

    private static JsonNode sealedEntryOf(String assetId) {
        return Patience.until(
                        () -> admin(ENTRIES + "?subjectType=asset&subjectId=" + assetId)
                                .json()
                                .get("items"),
                        items -> items.size() == 1 && items.get(0).has("sequence"))
                .get(0);
    }

    private static String createAsset(String requestId, String userAgent) {
        Api api = Api.as("trader").from(ADDRESS);
        String body = ("{\"name\":\"Audited %s\",\"kind\":\"battery\",\"zoneCode\":\"DE_LU\",\"battery\":{"
                        + "\"chargePowerMw\":10,\"dischargePowerMw\":10,\"usableCapacityMwh\":20,"
                        + "\"chargeEfficiency\":0.95,\"dischargeEfficiency\":0.95}}")
                .formatted(UUID.randomUUID());
        Answer created = api.send(api.request("/api/v1/assets")
                .header("Content-Type", "application/json")
                .header("X-Request-Id", requestId)
                .header("User-Agent", userAgent)
                .POST(BodyPublishers.ofString(body)));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.json().get("id").asText();
    }

    private static void asOwner(String sql) throws SQLException {
        try (var connection = ServerUnderTest.database().dataSource().getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
