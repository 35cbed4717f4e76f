package energy.optibid.it;

import static energy.optibid.it.Problems.assertProblem;
import static energy.optibid.it.Users.assertEnds;
import static energy.optibid.it.Users.invitation;
import static energy.optibid.it.Users.mailTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.it.Users.User;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Accounts from the first mail to the last: registration, passwords and the queue, with a real mail server. */
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

        long start = System.nanoTime();
        List<Answer> answers = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> flood.post(
                        "/api/v1/auth/register", registration("Flood " + i + " " + victim, victim, PASSWORD)))
                .toList();

        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() == 429).toList();
        // The bucket of 60 fills by one a second while the test runs.
        int filled = Math.toIntExact(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)) + 1;
        assertThat(answers.size() - refused.size()).isBetween(60, 60 + filled);
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
    void mailsShouldArriveLaterWhenServerWasDown() {
        User administrator = Users.administratorOfNewOrganisation();
        String email = Users.newAddress();
        SMTP.stop();
        try {
            administrator.api().post("/api/v1/users", invitation(email, "\"viewer\""));
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

    private static Answer change(Api api, String current, String next) {
        return api.post(
                "/api/v1/auth/change-password",
                "{\"currentPassword\":\"" + current + "\",\"newPassword\":\"" + next + "\"}");
    }
}
