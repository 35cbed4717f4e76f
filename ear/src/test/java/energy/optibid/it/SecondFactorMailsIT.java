package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.identity.internal.factor.Totp;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every change of a second factor is told to its owner by mail, by a real mail server, without any secret. */
class SecondFactorMailsIT {
    private static final Smtp SMTP = Smtp.shared();
    private static final Api HOME = Api.anonymous().from("192.0.2.40");

    @Test
    void ownerShouldBeToldOfEachChangeThatIsDoneWithTheOwnAccount() throws MessagingException {
        TestUser user = TestUser.create("viewer");

        List<String> codes = SecondFactorIT.enrol(user);
        assertTold(user, 0, "A second factor was added to your OptiBid account", codes);

        Answer in = SecondFactorIT.verify(SecondFactorIT.challenge(user), codes.get(0));
        assertThat(in.status()).as("%s", in).isEqualTo(200);
        assertTold(user, 1, "A recovery code opened your OptiBid account", codes);

        Api self = Api.withToken(in.json().get("accessToken").asText());
        Answer renewed = self.post("/api/v1/auth/mfa/recovery-codes", "{\"code\":\"" + codes.get(1) + "\"}");
        assertThat(renewed.status()).as("%s", renewed).isEqualTo(200);
        String fresh = renewed.json().get("recoveryCodes").get(0).asText();
        assertTold(user, 2, "You have new recovery codes for OptiBid", List.of(fresh));

        assertThat(SecondFactorIT.disable(self, "wrong", fresh).status()).isEqualTo(422);
        assertThat(SecondFactorIT.disable(self, TestUser.PASSWORD, fresh).status())
                .isEqualTo(204);
        assertTold(user, 3, "The second factor of your OptiBid account was switched off", List.of(fresh));
    }

    @Test
    void ownerShouldBeToldOfEnrolmentAtLogInAndOfWhatAnAdministratorTakesAway() throws MessagingException {
        TestUser user = TestUser.create("trader");
        user.requireSecondFactor("trader");
        String challenge = user.logIn(HOME).json().get("challenge").asText();
        String secret = HOME.post("/api/v1/auth/mfa/enrolment", "{\"challenge\":\"" + challenge + "\"}")
                .json()
                .get("secret")
                .asText();
        String code = SecondFactorIT.code(SecondFactorIT.bytes(secret), Totp.step(Instant.now()));

        assertThat(SecondFactorIT.confirm(challenge, code).status()).isEqualTo(200);

        assertTold(user, 0, "A second factor was added to your OptiBid account", List.of(secret, code));

        TestUser colleague = user.colleague("administrator");
        Api administrator =
                Api.withToken(colleague.logIn(HOME).json().get("accessToken").asText());
        Answer reset = administrator.send(
                administrator.request("/api/v1/users/" + user.id() + "/mfa").DELETE());
        assertThat(reset.status()).as("%s", reset).isEqualTo(204);
        assertTold(user, 1, "An administrator removed your second factor of OptiBid", List.of(secret));
    }

    /** The mail that follows upon those that were read is the one expected, and the only one. */
    private static void assertTold(TestUser user, int read, String subject, List<String> secrets)
            throws MessagingException {
        MimeMessage mail = Patience.until(() -> changes(user), mails -> mails.size() > read)
                .get(read);
        assertThat(mail.getSubject()).isEqualTo(subject);
        assertThat(Smtp.text(mail)).contains("your OptiBid account").doesNotContain(secrets);
        assertThat(changes(user)).hasSize(read + 1);
    }

    /** All mails but those of new browsers, which come along with log-ins that keep no cookie. */
    private static List<MimeMessage> changes(TestUser user) {
        return SMTP.to(user.email()).stream()
                .filter(mail -> !NewBrowserIT.isNotice(mail))
                .toList();
    }
}
