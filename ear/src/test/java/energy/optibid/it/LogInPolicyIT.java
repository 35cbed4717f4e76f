package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.it.Users.User;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The policy of logging in and the identity provider: nobody is locked out, in whichever order they are changed. */
class LogInPolicyIT {

    @Test
    void policyShouldNotRequireWhatIsNotThere() {
        User administrator = Users.administratorOfNewOrganisation();

        Answer required = policy(administrator, "{\"singleSignOnRequired\":true}");
        Answer both = policy(administrator, "{\"singleSignOnRequired\":true,\"passwordLogIn\":false}");

        assertFinding(required, "singleSignOnRequired", "true");
        assertThat(required.json().get("errors")).hasSize(1);
        assertThat(both.json().get("errors").findValuesAsText("path"))
                .containsExactlyInAnyOrder("passwordLogIn", "singleSignOnRequired");
        JsonNode stored = administrator.api().get(path(administrator)).json();
        assertThat(stored.get("singleSignOnRequired").asBoolean()).isFalse();
        assertThat(stored.get("passwordLogIn").asBoolean()).isTrue();
    }

    @Test
    void providerShouldStayWhileThePolicyNeedsIt() {
        User administrator = Users.administratorOfNewOrganisation();
        addProvider(administrator);
        Answer required = policy(administrator, "{\"singleSignOnRequired\":true}");
        assertThat(required.status()).as(required.toString()).isEqualTo(200);

        assertNeeded(removeProvider(administrator));

        assertThat(policy(administrator, "{\"singleSignOnRequired\":false}").status())
                .isEqualTo(200);
        assertThat(removeProvider(administrator).status()).isEqualTo(204);
        assertFinding(policy(administrator, "{\"passwordLogIn\":false}"), "passwordLogIn", "false");
    }

    @Test
    void providerShouldStayWhenThePolicyComesToNeedItAtTheSameMoment() throws SQLException {
        User administrator = Users.administratorOfNewOrganisation();
        addProvider(administrator);
        try (Connection other = ServerUnderTest.database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update organisations set single_sign_on_required = true where id = '"
                    + administrator.organisation() + "'");

            CompletableFuture<Answer> removal = CompletableFuture.supplyAsync(() -> removeProvider(administrator));
            Patience.until(LogInPolicyIT::isWaitingForThePolicy, waiting -> waiting || removal.isDone());
            other.commit();

            assertNeeded(removal.join());
        }
    }

    /** As the application stores it; the secret is never used here. */
    private static void addProvider(User administrator) {
        ServerUnderTest.database()
                .execute("insert into identity_providers (organisation_id, issuer, client_id, client_secret_sealed,"
                        + " scopes, groups_claim, create_users, changed_at) values ('" + administrator.organisation()
                        + "', 'https://login.example.org', 'optibid', '\\x00', 'openid', 'groups', false, now())");
    }

    private static Answer removeProvider(User administrator) {
        Api api = administrator.api();
        return api.send(api.request(path(administrator) + "/identity-provider")
                .header("If-Match", "\"0\"")
                .DELETE());
    }

    private static Answer policy(User administrator, String change) {
        Api api = administrator.api();
        return api.send(api.request(path(administrator))
                .header("Content-Type", "application/json")
                .header("If-Match", api.get(path(administrator)).header("ETag"))
                .method("PATCH", BodyPublishers.ofString(change)));
    }

    private static String path(User administrator) {
        return "/api/v1/organisations/" + administrator.organisation();
    }

    private static boolean isWaitingForThePolicy() {
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select exists (select 1 from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and query like '%single_sign_on_required%for update%')")) {
            rows.next();
            return rows.getBoolean(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertFinding(Answer refused, String path, String value) {
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.json().get("code").asText()).isEqualTo("account-refused");
        JsonNode finding = refused.json().get("errors").get(0);
        assertThat(finding.get("code").asText()).isEqualTo("no-identity-provider");
        assertThat(finding.get("path").asText()).isEqualTo(path);
        assertThat(finding.get("value").asText()).isEqualTo(value);
    }

    private static void assertNeeded(Answer refused) {
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.json().get("code").asText()).isEqualTo("identity-provider-needed");
        JsonNode finding = refused.json().get("errors").get(0);
        assertThat(finding.get("code").asText()).isEqualTo("allows-no-password");
        assertThat(finding.get("path").asText()).isEqualTo("singleSignOnRequired");
    }
}
