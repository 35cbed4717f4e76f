package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Users are told by mail of a log-in in a browser that they have not used before, and of no other. */
class NewBrowserIT {
    private static final Smtp SMTP = Smtp.shared();
    private static final String SUBJECT = "A new browser has logged in to your OptiBid account";
    private static final String FIREFOX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 https://evil.example/";
    private static final Api HOME = Api.anonymous().from("192.0.2.50");
    private static final Api ELSEWHERE = Api.anonymous().from("198.51.100.150");

    @Test
    void ownerShouldBeToldOfNewBrowserOnly() throws MessagingException {
        TestUser user = TestUser.create("viewer");
        String cookie = cookie(logIn(HOME, user, "", FIREFOX));
        assertThat(notices(user)).as("the first log-in of all").isZero();
        assertThat(logIn(HOME, user, cookie, FIREFOX).status()).isEqualTo(200);
        assertThat(logIn(ELSEWHERE, user, cookie, FIREFOX).status()).isEqualTo(200);
        assertThat(notices(user)).as("the known browser, wherever it is").isZero();

        assertThat(user.logIn(ELSEWHERE, "wrong").status()).isEqualTo(401);
        assertThat(notices(user)).as("a wrong password").isZero();
        Api stranger = Api.anonymous().from("203.0.113.50");
        assertThat(logIn(stranger, user, "", FIREFOX).status()).isEqualTo(200);

        MimeMessage mail = SMTP.await(user.email(), 0);
        assertThat(mail.getSubject()).isEqualTo(SUBJECT);
        assertThat(Smtp.text(mail))
                .contains("from: 203.0.113.50", "with: Firefox on Linux", "UTC", "change your password")
                .doesNotContain("evil.example");

        assertThat(logIn(stranger, user, "", "curl/8.0").status()).isEqualTo(200);
        assertThat(notices(user))
                .as("another one of the same day from a network that is known by now")
                .isOne();
        user.sql("update mails set created_at = now() - interval '25 hours' where user_id = ?", user.id());
        assertThat(logIn(stranger, user, "", "curl/8.0").status()).isEqualTo(200);
        assertThat(Smtp.text(SMTP.await(user.email(), 1))).contains("with: a program");
    }

    @Test
    void ownerShouldBeToldWhenTheLogInIsFinishedByACode() throws MessagingException {
        TestUser user = TestUser.create("viewer");
        List<String> codes = SecondFactorIT.enrol(user);
        int before = notices(user);
        String challenge = user.logIn(ELSEWHERE).json().get("challenge").asText();
        assertThat(notices(user)).as("not in yet").isEqualTo(before);

        Answer in = ELSEWHERE.post(
                "/api/v1/auth/mfa/verify", "{\"challenge\":\"" + challenge + "\",\"code\":\"" + codes.get(0) + "\"}");

        assertThat(in.status()).as("%s", in).isEqualTo(200);
        assertThat(notices(user)).isEqualTo(before + 1);
        Patience.until(
                () -> SMTP.to(user.email()).stream()
                        .filter(NewBrowserIT::isNotice)
                        .count(),
                n -> n == 1);
    }

    static boolean isNotice(MimeMessage mail) {
        try {
            return SUBJECT.equals(mail.getSubject());
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static int notices(TestUser user) {
        return Integer.parseInt(
                user.text("select count(*) from mails where user_id = ? and template = 'new-browser'", user.id()));
    }

    private static Answer logIn(Api api, TestUser user, String cookie, String userAgent) {
        HttpRequest.Builder request = api.request("/api/v1/auth/login")
                .header("Content-Type", "application/json")
                .header("User-Agent", userAgent);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return api.send(request.POST(BodyPublishers.ofString(
                "{\"email\":\"" + user.email() + "\",\"password\":\"" + TestUser.PASSWORD + "\"}")));
    }

    private static String cookie(Answer answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(value -> value.contains("optibid-device="))
                .map(value -> value.substring(0, value.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }
}
