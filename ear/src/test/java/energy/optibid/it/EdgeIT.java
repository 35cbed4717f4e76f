package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between the network and the application: limits, origins, headers, and errors of the server itself. */
class EdgeIT {
    private static final String WRONG = "{\"email\":\"nobody@example.com\",\"password\":\"wrong\"}";

    @Test
    void postsWithoutTokenShouldBeLimitedByAddressWhenTheyAreMany() {
        Api flood = Api.anonymous().from("198.51.100.10");

        long start = System.nanoTime();
        List<Answer> answers = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> flood.post("/api/v1/auth/login", WRONG.replace("nobody", "nobody-" + i)))
                .toList();

        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() == 429).toList();
        // The bucket of 60 fills by one a second while the test runs.
        int filled = Math.toIntExact(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)) + 1;
        assertThat(answers.size() - refused.size()).isBetween(60, 60 + filled);
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json().get("code").asText()).isEqualTo("rate-limited");
            assertThat(answer.json().get("requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
            assertThat(answer.header("RateLimit")).matches("\"anonymous\";r=0;t=\\d+");
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"address\";q=600;w=60, \"anonymous\";q=60;w=60");
        });
        assertThat(Api.anonymous()
                        .from("198.51.100.11")
                        .post("/api/v1/auth/login", WRONG)
                        .status())
                .as("another address")
                .isEqualTo(401);
    }

    @Test
    void oneNetworkOfIpv6ShouldBeOneClient() {
        Answer first = Api.anonymous().from("2001:db8:5:5::1").get("/api/v1/health");
        Answer second = Api.anonymous().from("2001:db8:5:5:ffff::2").post("/api/v1/auth/refresh", "{}");
        Answer third = Api.anonymous().from("2001:db8:5:5::3").post("/api/v1/auth/refresh", "{}");

        assertThat(first.header("RateLimit")).startsWith("\"address\";r=599;");
        assertThat(second.header("RateLimit")).startsWith("\"anonymous\";r=59;");
        assertThat(third.header("RateLimit")).startsWith("\"anonymous\";r=58;");
    }

    @Test
    void answersShouldTellWhatIsLeftForTheUser() {
        Answer answer = Api.as("viewer").get("/api/v1/zones");

        assertThat(answer.header("RateLimit-Policy")).matches("\"user\";q=\\d+;w=60");
        assertThat(answer.header("RateLimit")).matches("\"user\";r=\\d+;t=\\d+");
    }

    @Test
    void preflightShouldAllowListedOriginsOnly() {
        Answer listed = preflight("https://desk.example.com");
        Answer other = preflight("https://evil.example.com");

        assertThat(listed.status()).isEqualTo(204);
        assertThat(listed.header("Access-Control-Allow-Origin")).isEqualTo("https://desk.example.com");
        assertThat(listed.header("Access-Control-Allow-Headers")).contains("Authorization", "If-Match");
        assertThat(listed.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void answersShouldNameTheListedOriginAndVaryByIt() {
        Api viewer = Api.as("viewer");
        Answer listed = viewer.send(viewer.request("/api/v1/zones")
                .header("Origin", "https://desk.example.com")
                .GET());
        Answer other = viewer.send(viewer.request("/api/v1/zones")
                .header("Origin", "https://evil.example.com")
                .GET());

        assertThat(listed.header("Access-Control-Allow-Origin")).isEqualTo("https://desk.example.com");
        assertThat(listed.header("Access-Control-Expose-Headers")).contains("ETag");
        assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(other.header("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api/v1/health", "/api/v1/zones", "/api/docs/", "/api/docs/problems", "/no-such-page"})
    void everyAnswerShouldProtectTheBrowserAndKeepQuietOfVersions(String path) {
        Answer answer = Api.anonymous().get(path);

        assertThat(answer.header("Content-Security-Policy"))
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "*");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.body()).doesNotContainIgnoringCase("payara", "grizzly", "glassfish", "jersey");
    }

    @Test
    void pageThatIsNotThereShouldBeToldByTheApplicationAndNotByItsServer() {
        Answer answer = Api.anonymous().get("/no-such-file.txt");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body())
                .contains("There is nothing at this address", "To the console", answer.header("X-Request-Id"));
    }

    @Test
    void transportSecurityShouldBeAskedForWhenTheConnectionIsSecure() {
        Api anyone = Api.anonymous();
        Answer secure = anyone.send(anyone.request("/api/v1/health")
                .header("X-Forwarded-Proto", "https")
                .GET());

        assertThat(secure.header("Strict-Transport-Security")).startsWith("max-age=31536000");
        assertThat(anyone.get("/api/v1/health").header("Strict-Transport-Security"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n",
                "GET /api/v1/%2e%2e/x HTTP/1.1\r\nHost: localhost\r\n",
                "GET /..;/x HTTP/1.1\r\nHost: localhost\r\n",
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n",
                "BREW / HTTP/1.1\r\nHost: localhost\r\n",
                "TRACE /api/v1/health HTTP/1.1\r\nHost: localhost\r\nCookie: secret=shown\r\n",
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n",
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
                "garbage\r\n"
            })
    void malformedRequestsShouldBeRefusedWithoutTellingWhatServes(String head) throws IOException {
        String answer = RawHttp.send(ServerUnderTest.base(), head + "Connection: close\r\n\r\n");

        assertThat(answer)
                .doesNotContainIgnoringCase("payara", "grizzly", "glassfish", "exception", "\tat ", "secret=shown");
        if (!answer.isEmpty()) {
            assertThat(answer).matches("(?s)HTTP/1\\.[01] [2-5]\\d\\d.*").doesNotContain("HTTP/1.1 500");
        }
    }

    @Test
    void hugeHeadersShouldBeRefused() throws IOException {
        String answer = RawHttp.send(
                ServerUnderTest.base(),
                "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nX-Filler: " + "x".repeat(100_000)
                        + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).doesNotContain("HTTP/1.1 200", "HTTP/1.1 500").doesNotContainIgnoringCase("payara");
    }

    @Test
    void bodiesShouldBeBounded() {
        String big = "{\"email\":\"" + "x".repeat(2 * 1024 * 1024) + "\",\"password\":\"x\"}";
        Answer answer = Api.anonymous().post("/api/v1/auth/login", "application/json", BodyPublishers.ofString(big));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("code").asText()).isEqualTo("body-too-large");
    }

    @Test
    void statementsShouldNotRunForEver() throws IOException {
        Api.anonymous().get("/api/v1/health");

        assertThat(Files.readString(ServerUnderTest.log().orElseThrow())).doesNotContain("statements may run for ever");
    }

    private static Answer preflight(String origin) {
        Api anyone = Api.anonymous();
        HttpRequest.Builder request = anyone.request("/api/v1/bid-runs")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, content-type")
                .method("OPTIONS", BodyPublishers.noBody());
        return anyone.send(request);
    }
}
