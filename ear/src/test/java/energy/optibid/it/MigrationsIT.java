package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The history of the schema, read by the application's login, which owns nothing. */
class MigrationsIT {
    private static final String MIGRATIONS = "/api/v1/migrations";
    private static Api operator = Api.anonymous();

    @BeforeAll
    static void logIn() {
        operator = Users.operatorByCommand().api();
    }

    @Test
    void listShouldTellEachAppliedChangesetOnceWhenPagesAreFollowed() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(MIGRATIONS + "?limit=7" + cursor);
            assertThat(page.get("items").size()).isBetween(1, 7);
            ids.addAll(page.findValuesAsText("id"));
            cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
        } while (!cursor.isEmpty());

        assertThat(ids).isEqualTo(applied());
    }

    @Test
    void changesetShouldSayWhatWhenAndByWhom() {
        JsonNode changeset = StreamSupport.stream(
                        get(MIGRATIONS + "?limit=500").get("items").spliterator(), false)
                .filter(item -> item.get("id").asText().equals("factors-0.2-kept-answers"))
                .findFirst()
                .orElseThrow();

        assertThat(changeset.get("author").asText()).isEqualTo("optibid");
        assertThat(changeset.get("file").asText()).isEqualTo("db/changelog/factors-0.2.sql");
        assertThat(changeset.get("release").asText()).isEqualTo("0.2");
        assertThat(changeset.get("state").asText()).isEqualTo("applied");
        assertThat(changeset.at("/takesAway/0").asText()).isEqualTo("truncate idempotency_keys");
        assertThat(changeset.get("checksumState").asText()).isEqualTo("same");
        assertThat(changeset.get("checksum").asText()).startsWith("9:");
        assertThat(changeset.get("liquibaseVersion").asText()).isNotBlank();
        assertThat(Instant.parse(changeset.get("appliedAt").asText()))
                .isBetween(Instant.parse("2026-01-01T00:00:00Z"), Instant.now());
    }

    @Test
    void listShouldHoldWhatIsPendingWhenTheSchemaIsBehind() {
        Database database = ServerUnderTest.database();
        String last = applied().get(0);
        assertThat(get(MIGRATIONS + "?state=pending").get("items")).isEmpty();
        database.execute("update databasechangelog set id = 'hidden' where id = '" + last + "'");
        try {
            JsonNode pending = get(MIGRATIONS + "?state=pending").get("items");
            assertThat(pending).hasSize(1);
            assertThat(pending.at("/0/id").asText()).isEqualTo(last);
            assertThat(pending.at("/0/state").asText()).isEqualTo("pending");
            assertThat(pending.get(0).has("appliedAt")).isFalse();

            JsonNode unknown = get(MIGRATIONS + "?state=applied&limit=1").at("/items/0");
            assertThat(unknown.get("id").asText()).isEqualTo("hidden");
            assertThat(unknown.get("checksumState").asText()).isEqualTo("unknown");
        } finally {
            database.execute("update databasechangelog set id = '" + last + "' where id = 'hidden'");
        }
    }

    @Test
    void listShouldRefuseAForeignCursorAndAnUnknownState() {
        assertThat(operator.get(MIGRATIONS + "?cursor=first").status()).isEqualTo(400);
        assertThat(operator.get(MIGRATIONS + "?limit=501").status()).isEqualTo(400);
        assertThat(operator.get(MIGRATIONS + "?state=unknown").status()).isEqualTo(400);
        assertThat(operator.get(MIGRATIONS + "?order=1").status()).isEqualTo(400);
    }

    private static JsonNode get(String path) {
        Answer answer = operator.get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    /** Newest first, as the owner sees it. */
    private static List<String> applied() {
        return ServerUnderTest.database().texts("select id from databasechangelog order by orderexecuted desc");
    }
}
