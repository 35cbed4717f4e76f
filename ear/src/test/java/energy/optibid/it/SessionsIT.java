package energy.optibid.it;

import static energy.optibid.it.Problems.assertProblem;
import static energy.optibid.it.Rows.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Sessions and their end on the running product. */
class SessionsIT {
    @Test
    void cookieShouldBeOutOfReachWhenTheUserLogsIn() {
        Answer answer = Api.anonymous()
                .post("/api/v1/auth/login", "{\"email\":\"viewer@demo.optibid\",\"password\":\"optibid-demo-2026\"}");

        assertThat(answer.header("Set-Cookie"))
                .startsWith("optibid-refresh=obr_")
                .containsIgnoringCase("httponly")
                .containsIgnoringCase("samesite=strict")
                .containsIgnoringCase("path=/api/v1/auth")
                .containsPattern("(?i)max-age=(3600|35\\d\\d)");
        assertThat(answer.body()).doesNotContain("obr_");
    }

    @Test
    void tokensShouldBeRefusedAtOnceWhenTheUserLogsOut() {
        Tab browser = Tab.loggedIn("viewer");
        Tab kept = browser.copy();
        Tab elsewhere = Tab.loggedIn("viewer");

        Answer out = browser.logOut("{}");

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).startsWith("optibid-refresh=;").containsIgnoringCase("max-age=0");
        assertThat(kept.status()).isEqualTo(401);
        assertProblem(kept.refresh(), 401, "session-ended");
        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(browser.logOut("{}").status()).as("again").isEqualTo(204);
    }

    @Test
    void allSessionsShouldEndWhenTheUserLogsOutEverywhere() {
        Tab one = Tab.loggedIn("viewer");
        Tab other = Tab.loggedIn("viewer");
        Tab stranger = Tab.loggedIn("trader");

        assertThat(one.logOut("{\"everywhere\":true}").status()).isEqualTo(204);

        assertThat(one.status()).isEqualTo(401);
        assertThat(other.status()).isEqualTo(401);
        assertProblem(other.refresh(), 401, "session-ended");
        assertThat(stranger.status()).isEqualTo(200);
    }

    @Test
    void sessionsShouldBeListedAndEndedByTheirUserOnlyWhenAsked() {
        Tab one = Tab.loggedIn("viewer");
        Tab other = Tab.loggedIn("viewer");
        Tab stranger = Tab.loggedIn("trader");

        JsonNode items = one.get("/api/v1/sessions").json().get("items");
        assertThat(items.size()).isGreaterThanOrEqualTo(2);
        assertThat(items.toString()).doesNotContain("obr_");
        String id = other.session();
        assertThat(items.findValuesAsText("id")).contains(id, one.session());

        assertProblem(stranger.delete("/api/v1/sessions/" + id), 404, "session-not-found");
        assertThat(other.status()).isEqualTo(200);
        assertThat(one.delete("/api/v1/sessions/" + id).status()).isEqualTo(204);
        assertThat(other.status()).isEqualTo(401);
        assertThat(one.status()).isEqualTo(200);
        assertProblem(one.delete("/api/v1/sessions/" + id), 404, "session-not-found");
    }

    @Test
    void sessionsOfAUserShouldEndWhenTheAdministratorSaysSo() {
        Tab administrator = Tab.loggedIn("admin");
        Tab user = Tab.loggedIn("viewer");
        String userId = user.get("/api/v1/auth/me").json().get("id").asText();
        String path = "/api/v1/users/" + userId + "/sessions";

        assertThat(Tab.loggedIn("trader").delete(path).status()).isEqualTo(403);
        assertThat(user.status()).isEqualTo(200);
        assertThat(administrator.delete(path).status()).isEqualTo(204);
        assertThat(user.status()).isEqualTo(401);
        assertThat(administrator.status()).isEqualTo(200);
    }

    @Test
    void databaseShouldHoldNoTokenWhenSessionsGoOn() throws SQLException {
        Tab browser = Tab.loggedIn("viewer");
        String secret = browser.cookie().substring(browser.cookie().indexOf('=') + 1);

        assertThat(number("select count(*) from refresh_tokens where encode(sha256, 'escape') like '%obr_%'"))
                .isZero();
        assertThat(number("select count(*) from refresh_tokens where sha256 = sha256('" + secret + "'::bytea)"))
                .isEqualTo(1);
        assertThat(number("select count(*) from signing_keys where encode(sealed_pair, 'escape') like '%\"d\"%'"))
                .isZero();
    }
}
