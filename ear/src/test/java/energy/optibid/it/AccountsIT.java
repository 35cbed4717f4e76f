package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.it.Users.User;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Accounts from the first mail to the last, organisations and users, on the running product with a real mail server. */
class AccountsIT {
    private static final String PASSWORD = Users.PASSWORD;
    private static final String OTHER_PASSWORD = "nine swans below the dike";
    private static final Smtp SMTP = Smtp.shared();

    @Test
    void accountShouldOpenByLinkOfMailWhenOrganisationRegisters() throws MessagingException {
        String email = Users.newAddress();

        Answer registered = register("Fjord " + email, email);

        assertThat(registered.status()).isEqualTo(202);
        assertThat(registered.body()).isEmpty();
        MimeMessage mail = SMTP.await(email, 0);
        assertThat(mail.getSubject()).isEqualTo("Confirm your address for OptiBid");
        assertThat(mail.getFrom()[0]).hasToString(Smtp.SENDER);
        assertThat(Users.logIn(email, PASSWORD).status())
                .as("before verification")
                .isEqualTo(401);
        String token = Smtp.token(mail, "verify-email");
        assertThat(Users.open("verify-email", "{\"token\":\"" + token + "\"}").status())
                .isEqualTo(204);
        JsonNode user = Users.logIn(email, PASSWORD).json().get("user");
        assertThat(user.get("roles").toString()).isEqualTo("[\"administrator\"]");
        assertProblem(Users.open("verify-email", "{\"token\":\"" + token + "\"}"), 422, "link-refused");
        assertProblem(
                Users.open(
                        "reset-password", "{\"token\":\"" + token + "\",\"newPassword\":\"" + OTHER_PASSWORD + "\"}"),
                422,
                "link-refused");
    }

    @Test
    void registrationShouldBeAnsweredAlikeAndToldToOwnerWhenAddressIsKnown() throws MessagingException {
        User known = Users.administratorOfNewOrganisation();
        int read = SMTP.to(known.email()).size();

        Answer again = register("Intruder " + known.email(), known.email());
        Answer first = register("Other " + known.email(), Users.newAddress());

        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body()).isEmpty();
        assertThat(SMTP.await(known.email(), read).getSubject()).isEqualTo("You have an OptiBid account already");
        assertThat(Users.logIn(known.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void registrationShouldBeginAnewWithItsOwnPasswordWhenEarlierOneWasNeverVerified() {
        String email = Users.newAddress();
        registerWith("Attacker " + email, email, OTHER_PASSWORD);
        String first = Smtp.token(SMTP.await(email, 0), "verify-email");

        register("Owner " + email, email);
        String second = Smtp.token(SMTP.await(email, 1), "verify-email");

        assertProblem(Users.open("verify-email", "{\"token\":\"" + first + "\"}"), 422, "link-refused");
        assertThat(Users.open("verify-email", "{\"token\":\"" + second + "\"}").status())
                .isEqualTo(204);
        assertThat(Users.logIn(email, OTHER_PASSWORD).status()).isEqualTo(401);
        assertThat(Users.logIn(email, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void registrationShouldBeRefusedWithEveryFindingWhenFieldsAreMalformed() {
        Answer refused = Api.anonymous()
                .post(
                        "/api/v1/auth/register",
                        "{\"organisationName\":\" x\",\"displayName\":\"a\\r\\nb\","
                                + "\"email\":\"a@b.example\\r\\nBcc: c@d.example\",\"password\":\"" + PASSWORD + "\"}");

        assertProblem(refused, 422, "account-refused");
        assertThat(refused.json().get("errors").findValuesAsText("path"))
                .containsExactlyInAnyOrder("organisationName", "displayName", "email");
        Answer weak = registerWith("Weak", Users.newAddress(), "short");
        assertProblem(weak, 422, "password-refused");
    }

    @Test
    void addressShouldNotBeBombedWhenManyAskForIt() {
        User user = Users.administratorOfNewOrganisation();
        int read = SMTP.to(user.email()).size();

        IntStream.range(0, 15)
                .forEach(i -> assertThat(forgot(user.email()).status()).isEqualTo(202));
        User other = Users.administratorOfNewOrganisation();

        assertThat(other.email()).isNotEqualTo(user.email());
        assertThat(SMTP.to(user.email()).size() - read)
                .as("a later mail was there")
                .isBetween(1, 5);
    }

    @Test
    void registrationsOfOneAddressShouldBeLimitedAndMailedWithinQuotaWhenTheyAreMany() {
        Api flood = Api.anonymous().from("198.51.100.20");
        String victim = Users.newAddress();

        List<Answer> answers = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> flood.post(
                        "/api/v1/auth/register", registration("Flood " + i + " " + victim, victim, PASSWORD)))
                .toList();

        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() == 429).toList();
        // The bucket of 60 fills by one a second while the test runs.
        assertThat(answers.size() - refused.size()).isBetween(60, 150);
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertProblem(answer, 429, "rate-limited");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        });
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 429)
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
        SMTP.await(victim, 0);
        assertThat(Users.administratorOfNewOrganisation().email())
                .as("another address")
                .isNotEmpty();
        assertThat(SMTP.to(victim)).as("a later mail was there").hasSizeBetween(1, 5);
    }

    @Test
    void invitedUserShouldLogInWithGivenRolesWhenInvitationIsAccepted() {
        User administrator = Users.administratorOfNewOrganisation();
        String email = Users.newAddress();

        Answer invited = administrator.api().post("/api/v1/users", user(email, "\"analyst\",\"approver\""));

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
        Answer twice = administrator.api().post("/api/v1/users", user(email, "\"viewer\""));
        assertProblem(twice, 422, "account-refused");
        assertThat(twice.json().get("errors").get(0).get("code").asText()).isEqualTo("email-taken");
    }

    @Test
    void earlierLinkShouldEndWhenInvitationIsRenewed() {
        User administrator = Users.administratorOfNewOrganisation();
        String email = Users.newAddress();
        String id = administrator
                .api()
                .post("/api/v1/users", user(email, "\"viewer\""))
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
    void passwordShouldBeResetAndSessionsEndedWhenLinkIsUsed() {
        User user = Users.administratorOfNewOrganisation();
        int read = SMTP.to(user.email()).size();
        assertThat(forgot(" " + user.email().toUpperCase(java.util.Locale.ROOT) + " ")
                        .status())
                .isEqualTo(202);
        String token = Smtp.token(SMTP.await(user.email(), read), "reset-password");

        Answer reset = Users.open(
                "reset-password", "{\"token\":\"" + token + "\",\"newPassword\":\"" + OTHER_PASSWORD + "\"}");

        assertThat(reset.status()).as(reset.toString()).isEqualTo(204);
        assertThat(Users.logIn(user.email(), PASSWORD).status()).isEqualTo(401);
        assertThat(Users.logIn(user.email(), OTHER_PASSWORD).status()).isEqualTo(200);
        assertThat(Smtp.text(SMTP.await(user.email(), read + 1))).contains("was changed");
        assertEnds(user.api());
    }

    @Test
    void answerShouldBeTheSameWhenNobodyHasTheAddress() {
        String nobody = Users.newAddress();

        Answer unknown = forgot(nobody);
        Answer malformed = forgot("no address");

        assertThat(unknown.status()).isEqualTo(malformed.status()).isEqualTo(202);
        assertThat(unknown.body()).isEqualTo(malformed.body()).isEmpty();
    }

    @Test
    void passwordShouldChangeWhenCurrentOneIsGiven() {
        User user = Users.administratorOfNewOrganisation();

        assertProblem(change(user.api(), "wrong", OTHER_PASSWORD), 422, "wrong-password");
        assertProblem(change(user.api(), PASSWORD, "short"), 422, "password-refused");
        assertThat(change(user.api(), PASSWORD, OTHER_PASSWORD).status()).isEqualTo(204);
        assertThat(Users.logIn(user.email(), PASSWORD).status()).isEqualTo(401);
        assertThat(Users.logIn(user.email(), OTHER_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void profileShouldShowNewNameWhenChanged() {
        User user = Users.administratorOfNewOrganisation();

        Answer changed = send(user.api(), "PATCH", "/api/v1/auth/me", "", "{\"displayName\":\"Nora Neu\"}");

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

        assertProblem(send(administrator.api(), "PATCH", path, "", roles), 428, "precondition-required");
        assertProblem(send(administrator.api(), "PATCH", path, "\"77\"", roles), 412, "precondition-failed");
        Answer changed = send(administrator.api(), "PATCH", path, etag, roles);

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().get("roles").toString()).isEqualTo("[\"trader\"]");
        assertThat(changed.header("ETag")).isNotEqualTo(etag);
        assertProblem(send(administrator.api(), "PATCH", path, etag, roles), 412, "precondition-failed");
        assertProblem(send(administrator.api(), "DELETE", path, "", ""), 428, "precondition-required");
    }

    @Test
    void lastAdministratorShouldStay() {
        User administrator = Users.administratorOfNewOrganisation();
        String path = "/api/v1/users/" + administrator.id();
        String etag = administrator.api().get(path).header("ETag");

        for (String change : List.of("{\"roles\":[\"viewer\"]}", "{\"status\":\"suspended\"}")) {
            assertProblem(send(administrator.api(), "PATCH", path, etag, change), 409, "last-administrator");
        }
        assertProblem(send(administrator.api(), "DELETE", path, etag, ""), 409, "last-administrator");
    }

    @Test
    void operatorShouldBeMadeByOperatorsOnly() {
        User administrator = Users.administratorOfNewOrganisation();
        String path = "/api/v1/users/" + administrator.id();
        String etag = administrator.api().get(path).header("ETag");
        String lift = "{\"roles\":[\"administrator\",\"operator\"]}";

        assertProblem(send(administrator.api(), "PATCH", path, etag, lift), 403, "role-not-grantable");
        assertProblem(
                administrator.api().post("/api/v1/users", user(Users.newAddress(), "\"operator\"")),
                403,
                "role-not-grantable");
        Answer unknown = administrator.api().post("/api/v1/users", user(Users.newAddress(), "\"king\""));
        assertThat(unknown.json().get("errors").get(0).get("code").asText()).isEqualTo("unknown-role");
    }

    @Test
    void suspendedUserShouldBeOutUntilLifted() {
        User administrator = Users.administratorOfNewOrganisation();
        User user = accepted(administrator, "viewer");
        String path = "/api/v1/users/" + user.id();
        String etag = administrator.api().get(path).header("ETag");

        Answer suspended = send(administrator.api(), "PATCH", path, etag, "{\"status\":\"suspended\"}");

        assertThat(suspended.status()).as(suspended.toString()).isEqualTo(200);
        assertThat(Users.logIn(user.email(), PASSWORD).status()).isEqualTo(401);
        assertEnds(user.api());
        send(administrator.api(), "PATCH", path, suspended.header("ETag"), "{\"status\":\"active\"}");
        assertThat(Users.logIn(user.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void addressShouldBeFreeWhenUserIsDeleted() {
        User administrator = Users.administratorOfNewOrganisation();
        User user = accepted(administrator, "trader");
        String path = "/api/v1/users/" + user.id();
        String etag = administrator.api().get(path).header("ETag");

        assertThat(send(administrator.api(), "DELETE", path, etag, "").status()).isEqualTo(204);

        assertProblem(administrator.api().get(path), 404, "user-not-found");
        assertThat(administrator.api().get("/api/v1/users").body()).doesNotContain(user.email());
        assertThat(Users.logIn(user.email(), PASSWORD).status()).isEqualTo(401);
        assertThat(administrator
                        .api()
                        .post("/api/v1/users", user(user.email(), "\"viewer\""))
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

    @Test
    void othersUsersAndOrganisationShouldNotBeThere() {
        User one = Users.administratorOfNewOrganisation();
        User other = Users.administratorOfNewOrganisation();

        assertProblem(one.api().get("/api/v1/users/" + other.id()), 404, "user-not-found");
        assertProblem(one.api().get("/api/v1/organisations/" + other.organisation()), 404, "organisation-not-found");
        assertProblem(
                send(one.api(), "PATCH", "/api/v1/organisations/" + other.organisation(), "\"0\"", "{\"name\":\"x\"}"),
                404,
                "organisation-not-found");
        assertThat(one.api().get("/api/v1/organisations").json().get("items")).hasSize(1);
    }

    @Test
    void organisationShouldChangeNameAndPolicyWhenItsAdministratorSays() {
        User administrator = Users.administratorOfNewOrganisation();
        String path = "/api/v1/organisations/" + administrator.organisation();
        Answer read = administrator.api().get(path);

        Answer changed = send(
                administrator.api(),
                "PATCH",
                path,
                read.header("ETag"),
                "{\"name\":\"Renamed " + administrator.email() + "\",\"secondFactorRoles\":[\"operator\"]}");

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().get("secondFactorRoles").toString()).isEqualTo("[\"operator\"]");
        assertThat(changed.json().get("passwordLogIn").asBoolean()).isTrue();
        String etag = changed.header("ETag");
        assertProblem(
                send(administrator.api(), "PATCH", path, etag, "{\"status\":\"suspended\"}"),
                403,
                "role-not-grantable");
        assertProblem(
                send(administrator.api(), "PATCH", path, etag, "{\"name\":\"Demo Energy\"}"), 422, "account-refused");
        assertThat(send(administrator.api(), "DELETE", path, etag, "").status()).isEqualTo(403);
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

        Answer suspended = send(operator, "PATCH", path, created.header("ETag"), "{\"status\":\"suspended\"}");
        assertThat(suspended.status()).as(suspended.toString()).isEqualTo(200);
        assertThat(Users.logIn(email, PASSWORD).status()).isEqualTo(401);
        assertEnds(administrator.api());
        Answer lifted = send(operator, "PATCH", path, suspended.header("ETag"), "{\"status\":\"active\"}");
        assertThat(Users.logIn(email, PASSWORD).status()).isEqualTo(200);

        assertThat(send(operator, "DELETE", path, lifted.header("ETag"), "").status())
                .isEqualTo(204);
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
        assertProblem(send(operator, "DELETE", "/api/v1/organisations/" + own, "\"0\"", ""), 409, "own-organisation");
    }

    @Test
    void mailsShouldArriveLaterWhenServerWasDown() {
        User administrator = Users.administratorOfNewOrganisation();
        String email = Users.newAddress();
        SMTP.stop();
        try {
            administrator.api().post("/api/v1/users", user(email, "\"viewer\""));
            Patience.until(
                    () -> mailTo(administrator.api(), email),
                    mail -> mail.get("attempts").asInt() > 0);
        } finally {
            SMTP.bringBack();
        }

        assertThat(Smtp.token(SMTP.await(email, 0), "accept-invitation")).isNotEmpty();
        assertThat(Patience.until(
                                () -> mailTo(administrator.api(), email),
                                mail -> mail.get("state").asText().equals("sent"))
                        .has("lastError"))
                .isFalse();
    }

    private static User accepted(User administrator, String role) {
        String email = Users.newAddress();
        administrator.api().post("/api/v1/users", user(email, "\"" + role + "\""));
        accept(Smtp.token(SMTP.await(email, 0), "accept-invitation"), PASSWORD);
        return Users.logIn(email);
    }

    private static String invited(User administrator, String role) {
        Answer invited = administrator.api().post("/api/v1/users", user(Users.newAddress(), "\"" + role + "\""));
        return "/api/v1/users/" + invited.json().get("id").asText();
    }

    private static String user(String email, String roles) {
        return "{\"email\":\"" + email + "\",\"displayName\":\"Ole Ost\",\"roles\":[" + roles + "]}";
    }

    private static Answer register(String organisation, String email) {
        return registerWith(organisation, email, PASSWORD);
    }

    private static Answer registerWith(String organisation, String email, String password) {
        return Users.open("register", registration(organisation, email, password));
    }

    private static String registration(String organisation, String email, String password) {
        return "{\"organisationName\":\"" + organisation + "\",\"displayName\":\"Nora Nord\",\"email\":\"" + email
                + "\",\"password\":\"" + password + "\"}";
    }

    private static Answer forgot(String email) {
        return Users.open("forgot-password", "{\"email\":\"" + email + "\"}");
    }

    private static Answer accept(String token, String password) {
        return Users.open(
                "accept-invitation",
                "{\"token\":\"" + token + "\",\"displayName\":\"Ole Ost\",\"password\":\"" + password + "\"}");
    }

    private static Answer change(Api api, String current, String next) {
        return api.post(
                "/api/v1/auth/change-password",
                "{\"currentPassword\":\"" + current + "\",\"newPassword\":\"" + next + "\"}");
    }

    private static JsonNode mailTo(Api api, String email) {
        for (JsonNode mail : api.get("/api/v1/mails?limit=500").json().get("items")) {
            if (mail.get("to").asText().equals(email)) {
                return mail;
            }
        }
        throw new AssertionError("No mail to " + email);
    }

    private static Answer send(Api api, String method, String path, String etag, String json) {
        var request = api.request(path).method(method, BodyPublishers.ofString(json));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!etag.isEmpty()) {
            request.header("If-Match", etag);
        }
        return api.send(request);
    }

    /** The access token is of no use any more, within two seconds or so. */
    private static void assertEnds(Api api) {
        Patience.until(() -> api.get("/api/v1/auth/me").status(), status -> status == 401);
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
    }
}
