package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The demo organisation's administrator at work on its identity provider and its policy. */
final class ProviderDesk {
    static final String DOMAIN = "utility.example";

    private final String organisation = Api.as("admin")
            .get("/api/v1/auth/me")
            .json()
            .get("organisation")
            .get("id")
            .asText();

    String organisation() {
        return organisation;
    }

    String path() {
        return "/api/v1/organisations/" + organisation + "/identity-provider";
    }

    String settings(String issuer, boolean createUsers) {
        return "{\"issuer\":\"" + issuer + "\",\"clientId\":\"" + Keycloak.CLIENT_ID + "\",\"clientSecret\":\""
                + Keycloak.CLIENT_SECRET + "\",\"groupsClaim\":\"groups\",\"roleMapping\":{\"desk-traders\":\"trader\","
                + "\"desk-viewers\":\"viewer\",\"desk-administrators\":\"administrator\"},\"emailDomains\":[\"" + DOMAIN
                + "\"],\"createUsers\":" + createUsers + "}";
    }

    Answer put(String settings, String ifMatch) {
        Api admin = Api.as("admin");
        var request =
                admin.request(path()).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(settings));
        if (!ifMatch.isEmpty()) {
            request.header("If-Match", ifMatch);
        }
        return admin.send(request);
    }

    void policy(String change) {
        Api admin = Api.as("admin");
        String path = "/api/v1/organisations/" + organisation;
        Answer changed = admin.patch(path, admin.get(path).header("ETag"), change);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }

    static String finding(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        return answer.json().get("errors").get(0).get("code").asText();
    }

    static String stored(String query) {
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
