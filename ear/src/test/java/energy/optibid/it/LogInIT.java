package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Log-in with a password: the same answer for everybody who is not let in, and pauses for who guesses. */
class LogInIT {
    private static final Api HOME = Api.anonymous().from("192.0.2.10");
    private static final Api ELSEWHERE = Api.anonymous().from("198.51.100.77");

    @Test
    void fiftyWrongLogInsAtOnceShouldBeCountedExactlyAndNotSlowDownTheOwner() {
        TestUser user = TestUser.create("viewer");
        String cookie = deviceCookie(user.logIn(HOME));

        List<Answer> answers = atOnce(50, () -> user.logIn(ELSEWHERE, "wrong"));

        Map<String, Long> codes = answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> answer.json().get("code").asText(), TreeMap::new, Collectors.counting()));
        assertThat(codes).isEqualTo(Map.of("log-in-refused", 10L, "log-in-throttled", 40L));
        // Rounded up, and counted from the last of the ten, which may have begun a moment later than the refused one.
        assertThat(answers.stream().filter(answer -> answer.status() == 429))
                .allSatisfy(answer -> assertThat(Integer.parseInt(answer.header("Retry-After")))
                        .isBetween(1, 20));
        assertThat(user.logIn(ELSEWHERE).status())
                .as("the right password, from where they were")
                .isEqualTo(429);
        assertThat(user.logIn(HOME).status())
                .as("from a network where the owner was before")
                .isEqualTo(200);
        assertThat(logInWithCookie(ELSEWHERE, user, cookie).status())
                .as("in a browser that the owner used before, whatever network it is in")
                .isEqualTo(200);
        assertThat(refusals(user, "log-in.refused")).isEqualTo("10");
        assertThat(refusals(user, "log-in.slowed-down")).isEqualTo("1");
    }

    @Test
    void unknownAddressShouldBeRefusedAndSlowedDownAsKnownOneIs() {
        TestUser user = TestUser.create("viewer");
        String nobody = "nobody-" + user.email();

        for (int i = 0; i < 12; i++) {
            Answer known = user.logIn(Api.anonymous().from("198.51.100.80"), "wrong");
            Answer unknown = TestUser.logIn(Api.anonymous().from("198.51.100.81"), nobody, "wrong");
            assertThat(known.status()).isEqualTo(i < 10 ? 401 : 429);
            assertThat(unknown.status()).isEqualTo(known.status());
            assertThat(comparable(unknown)).isEqualTo(comparable(known));
            assertThat(unknown.headers().map().keySet())
                    .isEqualTo(known.headers().map().keySet());
        }
    }

    @Test
    void rightPasswordShouldBeRefusedAlikeWhenAccountOrPolicyDoesNotAllowIt() {
        TestUser user = TestUser.create("viewer");
        String wrong = comparable(user.logIn(HOME, "wrong"));

        user.sql("update users set status = 'suspended' where id = ?", user.id());
        assertThat(comparable(user.logIn(HOME))).as("suspended user").isEqualTo(wrong);
        user.sql("update users set status = 'active' where id = ?", user.id());

        user.sql("update organisations set password_log_in = false where id = ?", user.organisationId());
        assertThat(comparable(user.logIn(HOME))).as("no passwords").isEqualTo(wrong);
        user.sql(
                "update organisations set password_log_in = true, single_sign_on_required = true where id = ?",
                user.organisationId());
        assertThat(comparable(user.logIn(HOME))).as("single sign-on only").isEqualTo(wrong);
        user.sql(
                "update organisations set single_sign_on_required = false, status = 'suspended' where id = ?",
                user.organisationId());
        assertThat(comparable(user.logIn(HOME))).as("suspended organisation").isEqualTo(wrong);

        user.sql("update organisations set status = 'active' where id = ?", user.organisationId());
        assertThat(user.logIn(HOME).status()).isEqualTo(200);
    }

    @Test
    void passwordShouldBeHashedAnewWhenItsHashHasOldParameters() {
        TestUser user = TestUser.create("viewer");

        assertThat(user.logIn(HOME).status()).isEqualTo(200);

        String hash = user.text("select password_hash from users where id = ?", user.id());
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(user.logIn(HOME).status()).isEqualTo(200);
        assertThat(user.text("select password_hash from users where id = ?", user.id()))
                .isEqualTo(hash);
    }

    @Test
    void strangeInputShouldBeRefusedAndNotFail() {
        for (String email :
                List.of("", " ", "a\\u0000b@c.example", "x".repeat(3000) + "@c.example", "\\ud800@c.example")) {
            Answer answer = TestUser.logIn(Api.anonymous().from("192.0.2.99"), email, "wrong");
            assertThat(answer.status()).as(email).isIn(400, 401);
        }
        Answer long1 = TestUser.logIn(Api.anonymous().from("192.0.2.99"), "viewer@demo.optibid", "x".repeat(500_000));
        assertThat(long1.status()).isEqualTo(401);
    }

    @Test
    void secretsShouldNotStandInTheDatabaseInTheClear() {
        TestUser user = TestUser.create("viewer");
        String cookie = deviceCookie(user.logIn(HOME));
        String secret = cookie.substring(cookie.indexOf('=') + 1);

        assertThat(secret).startsWith("obd_");
        assertThat(user.text("select count(*) from known_places p where p::text like ?", "%" + secret + "%"))
                .isEqualTo("0");
        assertThat(user.text("select count(*) from log_in_attempts a where a::text like ?", "%" + user.email() + "%"))
                .isEqualTo("0");
    }

    private static String refusals(TestUser user, String action) {
        return user.text(
                "select count(*) from audit_entries where organisation_id = ? and action = ?",
                user.organisationId(),
                action);
    }

    private static Answer logInWithCookie(Api api, TestUser user, String cookie) {
        String body = "{\"email\":\"" + user.email() + "\",\"password\":\"" + TestUser.PASSWORD + "\"}";
        return api.send(api.request("/api/v1/auth/login")
                .header("Content-Type", "application/json")
                .header("Cookie", cookie)
                .POST(BodyPublishers.ofString(body)));
    }

    /** {@code name=value} of the cookie by which the browser is known. */
    private static String deviceCookie(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        Optional<String> cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(value -> value.contains("optibid-device="))
                .findFirst();
        assertThat(cookie).isPresent();
        assertThat(cookie.get())
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/api/v1/auth");
        return cookie.get().substring(0, cookie.get().indexOf(';'));
    }

    /** The status and the body without what names the request. */
    private static String comparable(Answer answer) {
        ObjectNode body = (ObjectNode) answer.json();
        body.remove("requestId");
        return answer.status() + " " + body;
    }

    private static List<Answer> atOnce(int times, java.util.function.Supplier<Answer> request) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            Stream<CompletableFuture<Answer>> all =
                    IntStream.range(0, times)
                            .mapToObj(i -> CompletableFuture.supplyAsync(request, threads))
                            .toList()
                            .stream();
            return all.map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }
}
