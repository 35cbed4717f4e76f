package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.identity.internal.factor.Totp;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The second factor: enrolment, log-in with it, recovery codes, and what an attacker who has the password meets. */
class SecondFactorIT {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Api HOME = Api.anonymous().from("192.0.2.20");

    @Test
    void logInShouldAskForEnrolmentAndThenForCodesWhenRoleNeedsThem() {
        TestUser user = TestUser.create("trader");
        user.requireSecondFactor("trader");

        JsonNode asked = user.logIn(HOME).json();
        assertThat(asked.get("state").asText()).isEqualTo("enrolment-required");
        assertThat(asked.has("accessToken")).isFalse();
        String challenge = asked.get("challenge").asText();
        assertThat(verify(challenge, "000000").json().get("code").asText())
                .as("a challenge for enrolment")
                .isEqualTo("challenge-refused");

        Answer begun = HOME.post("/api/v1/auth/mfa/enrolment", "{\"challenge\":\"" + challenge + "\"}");
        assertThat(begun.status()).isEqualTo(200);
        byte[] secret = bytes(begun.json().get("secret").asText());
        assertThat(begun.json().get("otpauthUri").asText()).startsWith("otpauth://totp/OptiBid:it-");
        long step = Totp.step(Instant.now());
        Answer enrolled = confirm(challenge, code(secret, step));
        assertThat(enrolled.status()).as("%s", enrolled).isEqualTo(200);
        assertThat(enrolled.json().get("recoveryCodes")).hasSize(10);
        assertThat(enrolled.json().get("access").get("accessToken").asText()).isNotBlank();
        assertThat(enrolled.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.contains("optibid-refresh"));
        assertThat(confirm(challenge, code(secret, step)).status())
                .as("a used challenge")
                .isEqualTo(401);

        String second = challenge(user);
        Answer replayed = verify(second, code(secret, step));
        assertThat(replayed.status()).isEqualTo(422);
        assertThat(replayed.json().get("code").asText()).isEqualTo("code-refused");
        Answer in = verify(second, code(secret, step + 1));
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.json().get("state").asText()).isEqualTo("authenticated");
        Api self = Api.withToken(in.json().get("accessToken").asText());
        JsonNode status = self.get("/api/v1/auth/mfa").json();
        assertThat(status.get("enrolled").asBoolean()).isTrue();
        assertThat(status.get("required").asBoolean()).isTrue();
        assertThat(status.get("recoveryCodesLeft").asInt()).isEqualTo(10);
        assertThat(self.post(
                                "/api/v1/auth/mfa/disable",
                                "{\"password\":\"" + TestUser.PASSWORD + "\",\"code\":\"000000\"}")
                        .status())
                .as("switching off what the organisation asks for")
                .isEqualTo(409);
    }

    @Test
    void recoveryCodeShouldLetInOnceWhenUsedByManyAtOnce() {
        TestUser user = TestUser.create("viewer");
        List<String> codes = enrol(user);
        List<String> challenges =
                IntStream.range(0, 5).mapToObj(i -> challenge(user)).toList();

        List<Answer> answers = challenges.parallelStream()
                .map(challenge -> verify(challenge, codes.get(0)))
                .toList();

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 422)).hasSize(4);
    }

    @Test
    void challengeShouldEndAfterFiveWrongCodesAndTheAccountSlowDown() {
        TestUser user = TestUser.create("viewer");
        List<String> codes = enrol(user);
        Api elsewhere = Api.anonymous().from("198.51.100.90");

        String first = user.logIn(elsewhere).json().get("challenge").asText();
        for (int i = 0; i < 5; i++) {
            assertThat(verify(elsewhere, first, "000000").status()).isEqualTo(422);
        }
        assertThat(verify(elsewhere, first, codes.get(0)).status())
                .as("the right code after five wrong ones")
                .isEqualTo(401);
        String second = user.logIn(elsewhere).json().get("challenge").asText();
        for (int i = 0; i < 5; i++) {
            assertThat(verify(elsewhere, second, "000000").status()).isEqualTo(422);
        }
        assertThat(user.logIn(elsewhere).status())
                .as("the right password after ten wrong codes")
                .isEqualTo(429);
        assertThat(verify(challenge(user), codes.get(0)).status())
                .as("the owner at home")
                .isEqualTo(200);
    }

    @Test
    void administratorShouldResetFactorOfOwnOrganisationOnly() {
        TestUser user = TestUser.create("viewer", "administrator");
        enrol(user);
        TestUser stranger = TestUser.create("administrator");
        Api strangers =
                Api.withToken(stranger.logIn(HOME).json().get("accessToken").asText());

        assertThat(strangers
                        .send(strangers
                                .request("/api/v1/users/" + user.id() + "/mfa")
                                .DELETE())
                        .status())
                .isEqualTo(404);
        assertThat(user.logIn(HOME).json().get("state").asText()).isEqualTo("second-factor-required");

        Api administrator = Api.withToken(user.colleague("administrator")
                .logIn(HOME)
                .json()
                .get("accessToken")
                .asText());
        assertThat(administrator
                        .send(administrator
                                .request("/api/v1/users/" + user.id() + "/mfa")
                                .DELETE())
                        .status())
                .isEqualTo(204);
        assertThat(user.logIn(HOME).json().get("state").asText()).isEqualTo("authenticated");
        assertThat(user.text(
                        "select count(*) from audit_entries where organisation_id = ? and action = 'second-factor.reset'",
                        user.organisationId()))
                .isEqualTo("1");
    }

    @Test
    void factorShouldBeSwitchedOffWithPasswordAndCode() {
        TestUser user = TestUser.create("viewer");
        List<String> codes = enrol(user);
        Api self = Api.withToken(
                verify(challenge(user), codes.get(0)).json().get("accessToken").asText());

        assertThat(disable(self, "wrong", codes.get(1)).status()).isEqualTo(422);
        assertThat(disable(self, TestUser.PASSWORD, "000000").status()).isEqualTo(422);
        Answer renewed = self.post("/api/v1/auth/mfa/recovery-codes", "{\"code\":\"" + codes.get(2) + "\"}");
        assertThat(renewed.status()).isEqualTo(200);
        String fresh = renewed.json().get("recoveryCodes").get(0).asText();
        assertThat(disable(self, TestUser.PASSWORD, codes.get(3)).status()).isEqualTo(422);
        assertThat(disable(self, TestUser.PASSWORD, fresh).status()).isEqualTo(204);
        assertThat(user.logIn(HOME).json().get("state").asText()).isEqualTo("authenticated");
    }

    @Test
    void firstAuthenticatorShouldAskForThePasswordAndSlowDownWhoGuessesIt() {
        TestUser user = TestUser.create("viewer");
        Api thief = Api.withToken(user.logIn(HOME).json().get("accessToken").asText())
                .from("198.51.100.91");

        Answer without = thief.post("/api/v1/auth/mfa/enrolment", "{}");
        assertThat(without.status()).as("%s", without).isEqualTo(422);
        assertThat(without.json().get("code").asText()).isEqualTo("wrong-password");
        for (int i = 0; i < 10; i++) {
            assertThat(begin(thief, "wrong").status()).isEqualTo(422);
        }
        assertThat(begin(thief, TestUser.PASSWORD).status())
                .as("the right password after ten wrong ones")
                .isEqualTo(429);
        assertThat(user.text("select count(*) from second_factors where user_id = ?", user.id()))
                .isEqualTo("0");
        assertThat(user.text(
                        "select count(*) from audit_entries where organisation_id = ? and action = ?",
                        user.organisationId(),
                        "second-factor.refused"))
                .isEqualTo("11");
        assertThat(enrol(user)).as("the owner at home").hasSize(10);
    }

    @Test
    void authenticatorShouldNotBeEnrolledByWhoLogsInWithoutPassword() {
        TestUser user = TestUser.create("viewer");
        Api self = Api.withToken(user.logIn(HOME).json().get("accessToken").asText());
        assertThat(available(self)).isTrue();

        user.sql("update organisations set single_sign_on_required = true where id = ?", user.organisationId());
        assertWithoutPassword(self);

        user.sql("update organisations set single_sign_on_required = false where id = ?", user.organisationId());
        user.sql("update users set password_hash = null where id = ?", user.id());
        assertWithoutPassword(self);
    }

    private static void assertWithoutPassword(Api self) {
        assertThat(available(self)).isFalse();
        Answer refused = begin(self, TestUser.PASSWORD);
        assertThat(refused.status()).as("%s", refused).isEqualTo(409);
        assertThat(refused.json().get("code").asText()).isEqualTo("second-factor-without-password");
    }

    private static boolean available(Api self) {
        return self.get("/api/v1/auth/mfa").json().get("available").asBoolean();
    }

    private static Answer begin(Api self, String password) {
        return self.post("/api/v1/auth/mfa/enrolment", "{\"password\":\"" + password + "\"}");
    }

    /** Enrols while logged in and gives the recovery codes. */
    static List<String> enrol(TestUser user) {
        Api self = Api.withToken(user.logIn(HOME).json().get("accessToken").asText());
        byte[] secret =
                bytes(begin(self, TestUser.PASSWORD).json().get("secret").asText());
        Answer enrolled = self.post(
                "/api/v1/auth/mfa/enrolment/confirm", "{\"code\":\"" + code(secret, Totp.step(Instant.now())) + "\"}");
        assertThat(enrolled.status()).as("%s", enrolled).isEqualTo(200);
        assertThat(user.text("select count(*) from recovery_codes where user_id = ? and used_at is null", user.id()))
                .isEqualTo("10");
        return IntStream.range(0, 10)
                .mapToObj(i -> enrolled.json().get("recoveryCodes").get(i).asText())
                .toList();
    }

    static String challenge(TestUser user) {
        JsonNode asked = user.logIn(HOME).json();
        assertThat(asked.path("state").asText()).as("%s", asked).isEqualTo("second-factor-required");
        return asked.get("challenge").asText();
    }

    static Answer disable(Api self, String password, String code) {
        return self.post("/api/v1/auth/mfa/disable", "{\"password\":\"" + password + "\",\"code\":\"" + code + "\"}");
    }

    static Answer verify(String challenge, String code) {
        return verify(HOME, challenge, code);
    }

    private static Answer verify(Api api, String challenge, String code) {
        return api.post("/api/v1/auth/mfa/verify", "{\"challenge\":\"" + challenge + "\",\"code\":\"" + code + "\"}");
    }

    static Answer confirm(String challenge, String code) {
        return HOME.post(
                "/api/v1/auth/mfa/enrolment/confirm",
                "{\"challenge\":\"" + challenge + "\",\"code\":\"" + code + "\"}");
    }

    static String code(byte[] secret, long step) {
        return Totp.AUTHENTICATOR.code(secret, step);
    }

    static byte[] bytes(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long buffer = 0;
        int held = 0;
        for (byte letter : base32.getBytes(StandardCharsets.US_ASCII)) {
            buffer = ((buffer << 5) | ALPHABET.indexOf(letter)) & 0xfff;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes.write((int) (buffer >> held));
            }
        }
        return bytes.toByteArray();
    }
}
