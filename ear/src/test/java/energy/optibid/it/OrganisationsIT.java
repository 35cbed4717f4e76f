package energy.optibid.it;

import static energy.optibid.it.Problems.assertProblem;
import static energy.optibid.it.Users.accept;
import static energy.optibid.it.Users.assertEnds;
import static energy.optibid.it.Users.mailTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.it.Users.User;
import org.junit.jupiter.api.Test;

/** Organisations as their administrators and the operator keep them. */
class OrganisationsIT {
    private static final String PASSWORD = Users.PASSWORD;

    @Test
    void othersUsersAndOrganisationShouldNotBeThere() {
        User one = Users.administratorOfNewOrganisation();
        User other = Users.administratorOfNewOrganisation();

        assertProblem(one.api().get("/api/v1/users/" + other.id()), 404, "user-not-found");
        assertProblem(one.api().get("/api/v1/organisations/" + other.organisation()), 404, "organisation-not-found");
        assertProblem(
                one.api().patch("/api/v1/organisations/" + other.organisation(), "\"0\"", "{\"name\":\"x\"}"),
                404,
                "organisation-not-found");
        assertThat(one.api().get("/api/v1/organisations").json().get("items")).hasSize(1);
    }

    @Test
    void organisationShouldChangeNameAndPolicyWhenItsAdministratorSays() {
        User administrator = Users.administratorOfNewOrganisation();
        String path = "/api/v1/organisations/" + administrator.organisation();
        Answer read = administrator.api().get(path);

        Answer changed = administrator
                .api()
                .patch(
                        path,
                        read.header("ETag"),
                        "{\"name\":\"Renamed " + administrator.email() + "\",\"secondFactorRoles\":[\"operator\"]}");

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().get("secondFactorRoles").toString()).isEqualTo("[\"operator\"]");
        assertThat(changed.json().get("passwordLogIn").asBoolean()).isTrue();
        String etag = changed.header("ETag");
        assertProblem(administrator.api().patch(path, etag, "{\"status\":\"suspended\"}"), 403, "role-not-grantable");
        assertProblem(administrator.api().patch(path, etag, "{\"name\":\"Demo Energy\"}"), 422, "account-refused");
        assertThat(administrator.api().delete(path, etag).status()).isEqualTo(403);
    }

    @Test
    void organisationShouldLiveAndEndWhenOperatorSays() {
        Api operator = Api.as("admin");
        String email = Users.newAddress();
        String name = "Operated " + email;

        Answer created = operator.post(
                "/api/v1/organisations",
                "{\"name\":\"" + name + "\",\"administratorEmail\":\"" + email
                        + "\",\"administratorName\":\"Ada Anders\"}");

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        String path = "/api/v1/organisations/" + created.json().get("id").asText();
        JsonNode mail = mailTo(operator, email);
        assertThat(accept(Smtp.token(mail.get("link").asText(), "accept-invitation"), PASSWORD)
                        .status())
                .isEqualTo(204);
        User administrator = Users.logIn(email);

        Answer suspended = operator.patch(path, created.header("ETag"), "{\"status\":\"suspended\"}");
        assertThat(suspended.status()).as(suspended.toString()).isEqualTo(200);
        assertThat(Users.logIn(email, PASSWORD).status()).isEqualTo(401);
        assertEnds(administrator.api());
        Answer lifted = operator.patch(path, suspended.header("ETag"), "{\"status\":\"active\"}");
        assertThat(Users.logIn(email, PASSWORD).status()).isEqualTo(200);

        assertThat(operator.delete(path, lifted.header("ETag")).status()).isEqualTo(204);
        assertProblem(operator.get(path), 404, "organisation-not-found");
        assertThat(Users.logIn(email, PASSWORD).status()).isEqualTo(401);
        assertThat(operator.post(
                                "/api/v1/organisations",
                                "{\"name\":\"" + name + "\",\"administratorEmail\":\"" + email
                                        + "\",\"administratorName\":\"Ada Anders\"}")
                        .status())
                .as("name and address are free again")
                .isEqualTo(201);
        String own =
                operator.get("/api/v1/auth/me").json().at("/organisation/id").asText();
        assertProblem(operator.delete("/api/v1/organisations/" + own, "\"0\""), 409, "own-organisation");
    }
}
