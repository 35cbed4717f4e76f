package energy.optibid.it;

import static energy.optibid.it.Problems.assertProblem;
import static energy.optibid.it.Users.accept;
import static energy.optibid.it.Users.accepted;
import static energy.optibid.it.Users.assertEnds;
import static energy.optibid.it.Users.invitation;
import static energy.optibid.it.Users.invited;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.it.Users.User;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The users of an organisation as its administrators keep them: invited, changed, suspended, deleted. */
class UsersIT {
    private static final String PASSWORD = Users.PASSWORD;
    private static final Smtp SMTP = Smtp.shared();

    @Test
    void invitedUserShouldLogInWithGivenRolesWhenInvitationIsAccepted() {
        User administrator = Users.administratorOfNewOrganisation();
        String email = Users.newAddress();

        Answer invited = administrator.api().post("/api/v1/users", invitation(email, "\"analyst\",\"approver\""));

        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.json().get("status").asText()).isEqualTo("invited");
        String location = invited.header("Location");
        assertThat(location)
                .endsWith("/api/v1/users/" + invited.json().get("id").asText());
        String token = Smtp.token(SMTP.await(email, 0), "accept-invitation");
        assertProblem(accept(token, "short"), 422, "password-refused");
        assertThat(accept(token, PASSWORD).status()).isEqualTo(204);
        JsonNode user = Users.logIn(email, PASSWORD).json().get("user");
        assertThat(user.get("roles").toString()).isEqualTo("[\"analyst\",\"approver\"]");
        assertThat(user.get("displayName").asText()).isEqualTo("Ole Ost");
        assertProblem(accept(token, PASSWORD), 422, "link-refused");
        Answer twice = administrator.api().post("/api/v1/users", invitation(email, "\"viewer\""));
        assertProblem(twice, 422, "account-refused");
        assertThat(twice.json().get("errors").get(0).get("code").asText()).isEqualTo("email-taken");
    }

    @Test
    void earlierLinkShouldEndWhenInvitationIsRenewed() {
        User administrator = Users.administratorOfNewOrganisation();
        String email = Users.newAddress();
        String id = administrator
                .api()
                .post("/api/v1/users", invitation(email, "\"viewer\""))
                .json()
                .get("id")
                .asText();
        String first = Smtp.token(SMTP.await(email, 0), "accept-invitation");

        Answer renewed = administrator.api().post("/api/v1/users/" + id + "/invitation", "");

        assertThat(renewed.status()).as(renewed.toString()).isEqualTo(200);
        String second = Smtp.token(renewed.json().get("link").asText(), "accept-invitation");
        assertProblem(accept(first, PASSWORD), 422, "link-refused");
        assertThat(accept(second, PASSWORD).status()).isEqualTo(204);
        assertProblem(administrator.api().post("/api/v1/users/" + id + "/invitation", ""), 409, "not-invited");
    }

    @Test
    void profileShouldShowNewNameWhenChanged() {
        User user = Users.administratorOfNewOrganisation();

        Answer changed = user.api().patch("/api/v1/auth/me", "", "application/json", "{\"displayName\":\"Nora Neu\"}");

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(user.api().get("/api/v1/auth/me").json().get("displayName").asText())
                .isEqualTo("Nora Neu");
    }

    @Test
    void userShouldChangeOnlyAgainstSeenVersion() {
        User administrator = Users.administratorOfNewOrganisation();
        String path = invited(administrator, "viewer");
        String etag = administrator.api().get(path).header("ETag");
        String roles = "{\"roles\":[\"trader\"]}";

        assertProblem(administrator.api().patch(path, "", roles), 428, "precondition-required");
        assertProblem(administrator.api().patch(path, "\"77\"", roles), 412, "precondition-failed");
        Answer changed = administrator.api().patch(path, etag, roles);

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().get("roles").toString()).isEqualTo("[\"trader\"]");
        assertThat(changed.header("ETag")).isNotEqualTo(etag);
        assertProblem(administrator.api().patch(path, etag, roles), 412, "precondition-failed");
        assertProblem(administrator.api().delete(path, ""), 428, "precondition-required");
    }

    @Test
    void lastAdministratorShouldStay() {
        User administrator = Users.administratorOfNewOrganisation();
        String path = "/api/v1/users/" + administrator.id();
        String etag = administrator.api().get(path).header("ETag");

        for (String change : List.of("{\"roles\":[\"viewer\"]}", "{\"status\":\"suspended\"}")) {
            assertProblem(administrator.api().patch(path, etag, change), 409, "last-administrator");
        }
        assertProblem(administrator.api().delete(path, etag), 409, "last-administrator");
    }

    @Test
    void operatorShouldBeMadeByOperatorsOnly() {
        User administrator = Users.administratorOfNewOrganisation();
        String path = "/api/v1/users/" + administrator.id();
        String etag = administrator.api().get(path).header("ETag");
        String lift = "{\"roles\":[\"administrator\",\"operator\"]}";

        assertProblem(administrator.api().patch(path, etag, lift), 403, "role-not-grantable");
        assertProblem(
                administrator.api().post("/api/v1/users", invitation(Users.newAddress(), "\"operator\"")),
                403,
                "role-not-grantable");
        Answer unknown = administrator.api().post("/api/v1/users", invitation(Users.newAddress(), "\"king\""));
        assertThat(unknown.json().get("errors").get(0).get("code").asText()).isEqualTo("unknown-role");
    }

    @Test
    void suspendedUserShouldBeOutUntilLifted() {
        User administrator = Users.administratorOfNewOrganisation();
        User user = accepted(administrator, "viewer");
        String path = "/api/v1/users/" + user.id();
        String etag = administrator.api().get(path).header("ETag");

        Answer suspended = administrator.api().patch(path, etag, "{\"status\":\"suspended\"}");

        assertThat(suspended.status()).as(suspended.toString()).isEqualTo(200);
        assertThat(Users.logIn(user.email(), PASSWORD).status()).isEqualTo(401);
        assertEnds(user.api());
        administrator.api().patch(path, suspended.header("ETag"), "{\"status\":\"active\"}");
        assertThat(Users.logIn(user.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void addressShouldBeFreeWhenUserIsDeleted() {
        User administrator = Users.administratorOfNewOrganisation();
        User user = accepted(administrator, "trader");
        String path = "/api/v1/users/" + user.id();
        String etag = administrator.api().get(path).header("ETag");

        assertThat(administrator.api().delete(path, etag).status()).isEqualTo(204);

        assertProblem(administrator.api().get(path), 404, "user-not-found");
        assertThat(administrator.api().get("/api/v1/users").body()).doesNotContain(user.email());
        assertThat(Users.logIn(user.email(), PASSWORD).status()).isEqualTo(401);
        assertThat(administrator
                        .api()
                        .post("/api/v1/users", invitation(user.email(), "\"viewer\""))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void usersShouldComeInPagesWhenListed() {
        User administrator = Users.administratorOfNewOrganisation();
        invited(administrator, "viewer");
        invited(administrator, "viewer");

        JsonNode first = administrator.api().get("/api/v1/users?limit=2").json();
        JsonNode second = administrator
                .api()
                .get("/api/v1/users?limit=2&cursor=" + first.get("next").asText())
                .json();

        assertThat(first.get("items")).hasSize(2);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.has("next")).isFalse();
        assertThat(Stream.of(first, second).flatMap(page -> page.findValuesAsText("email").stream()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(administrator.api().get("/api/v1/users?cursor=%25").status()).isEqualTo(400);
    }
}
