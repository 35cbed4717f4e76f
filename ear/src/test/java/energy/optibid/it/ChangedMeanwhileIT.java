package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.it.Users.User;
import org.junit.jupiter.api.Test;

/** Two people edit one user or one organisation: whoever comes late is told what changed, by whom and when. */
class ChangedMeanwhileIT {

    @Test
    void userShouldTellWhatChangedWhenAnotherWasFaster() {
        User user = Users.administratorOfNewOrganisation();
        Api administrator = user.api();
        String path = Users.invited(user, "viewer");
        String seen = administrator.get(path).header("ETag");
        accepted(administrator.patch(path, seen, "{\"roles\":[\"trader\"],\"displayName\":\"Ole West\"}"));

        Answer late = administrator.patch(path, seen, "{\"displayName\":\"Ole Nord\"}");

        assertStale(late, "displayName was Ole Ost and is Ole West", "roles was [\"viewer\"] and is [\"trader\"]");
        assertThat(late.json().get("detail").asText())
                .startsWith("The user is at version 1, not at 0; Nora Nord changed it at 20");
        assertThat(administrator.get(path).json().get("displayName").asText()).isEqualTo("Ole West");
        assertStale(
                administrator.delete(path, seen),
                "displayName was Ole Ost and is Ole West",
                "roles was [\"viewer\"] and is [\"trader\"]");
    }

    @Test
    void userShouldTellOfTheNameAloneWhenThePasswordChangedBefore() {
        User user = Users.administratorOfNewOrganisation();
        String path = "/api/v1/users/" + user.id();
        String first = user.api().get(path).header("ETag");
        String password = "{\"currentPassword\":\"" + Users.PASSWORD + "\",\"newPassword\":\"nine owls in the attic\"}";
        assertThat(user.api().post("/api/v1/auth/change-password", password).status())
                .isEqualTo(204);
        Api again = Api.withToken(Users.logIn(user.email(), "nine owls in the attic")
                .json()
                .get("accessToken")
                .asText());
        String second = again.get(path).header("ETag");
        assertThat(second).as("a password counts a version").isNotEqualTo(first);
        assertStale(again.patch(path, first, "{\"displayName\":\"Late\"}"));
        accepted(again.patch(path, second, "{\"displayName\":\"Nora Neu\"}"));

        assertStale(
                again.patch(path, first, "{\"displayName\":\"Late\"}"), "displayName was Nora Nord and is Nora Neu");
        assertStale(
                again.patch(path, second, "{\"displayName\":\"Late\"}"), "displayName was Nora Nord and is Nora Neu");
    }

    @Test
    void organisationShouldTellWhatChangedWhenAnotherWasFaster() {
        User administrator = Users.administratorOfNewOrganisation();
        String path = "/api/v1/organisations/" + administrator.organisation();
        Answer read = administrator.api().get(path);
        String seen = read.header("ETag");
        String name = read.json().get("name").asText();
        accepted(administrator
                .api()
                .patch(path, seen, "{\"name\":\"New " + name + "\",\"secondFactorRoles\":[\"operator\"]}"));

        Answer late = administrator.api().patch(path, seen, "{\"secondFactorRoles\":[\"trader\"]}");

        assertStale(late, "name was " + name + " and is New " + name, "secondFactorRoles was [] and is [\"operator\"]");
        assertThat(late.json().get("detail").asText()).contains("; Nora Nord changed it at 20");
        assertStale(
                Users.operatorByCommand().api().delete(path, seen),
                "name was " + name + " and is New " + name,
                "secondFactorRoles was [] and is [\"operator\"]");
    }

    @Test
    void nameOfTheOperatorShouldStayUnknownWhenItWasNobodyOfTheOrganisation() {
        User administrator = Users.administratorOfNewOrganisation();
        String path = "/api/v1/organisations/" + administrator.organisation();
        String seen = administrator.api().get(path).header("ETag");
        accepted(Users.operatorByCommand().api().patch(path, seen, "{\"secondFactorRoles\":[\"operator\"]}"));

        Answer late = administrator.api().patch(path, seen, "{\"secondFactorRoles\":[]}");

        assertStale(late, "secondFactorRoles was [] and is [\"operator\"]");
        assertThat(late.json().get("detail").asText()).contains("; it was changed at 20");
    }

    @Test
    void mergePatchShouldChangeWhatItNamesAndNothingElse() {
        User administrator = Users.administratorOfNewOrganisation();
        String organisation = "/api/v1/organisations/" + administrator.organisation();
        for (String path : new String[] {Users.invited(administrator, "viewer"), organisation}) {
            JsonNode before = administrator.api().get(path).json();
            String etag = administrator.api().get(path).header("ETag");

            Answer nothing = administrator.api().patch(path, etag, "{}");

            assertThat(nothing.json()).as("no version is counted").isEqualTo(before);
            Answer plain = administrator.api().patch(path, etag, "application/json", "{}");
            assertThat(plain.status()).isEqualTo(200);
            Answer removed = administrator.api().patch(path, etag, "{\"status\":null}");
            assertThat(removed.status()).isEqualTo(400);
            assertThat(removed.json().at("/errors/0/code").asText()).isEqualTo("missing-field");
            Answer unknown = administrator.api().patch(path, etag, "{\"createdAt\":\"2026-11-22T11:00:00Z\"}");
            assertThat(unknown.json().at("/errors/0/code").asText()).isEqualTo("unknown-field");
        }
    }

    private static void accepted(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static void assertStale(Answer answer, String... changes) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(412);
        assertThat(answer.json().get("code").asText()).isEqualTo("precondition-failed");
        assertThat(answer.json().path("errors").findValuesAsText("message")).containsExactly(changes);
    }
}
