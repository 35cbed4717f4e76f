package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A prepared Payara Server without OptiBid on it: asked once, between its start and the deployment. */
@EnabledIfSystemProperty(named = "optibid.form", matches = "server")
class UndeployedIT {
    private static final List<String> REQUESTS = List.of(
            "GET / HTTP/1.1",
            "GET /index.html HTTP/1.1",
            "GET /api/v1/health HTTP/1.1",
            "GET /WEB-INF/web.xml HTTP/1.1",
            "GET /..;/x HTTP/1.1",
            "PUT /x HTTP/1.1",
            "DELETE /x HTTP/1.1",
            "BREW / HTTP/1.1",
            "TRACE / HTTP/1.1",
            "GET / HTTP/9.9",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1",
            "GET / HTTP/1.1\r\nX-Filler: " + "x".repeat(100_000),
            "POST / HTTP/1.1\r\nContent-Length: x");

    /** Each of the requests with its answer. */
    static Map<String, String> ask(URI base) throws IOException {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String request : REQUESTS) {
            answers.put(request, RawHttp.send(base, request + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        }
        return answers;
    }

    @Test
    void noAnswerShouldTellWhatServes() {
        assertThat(ServerUnderTest.undeployed())
                .hasSameSizeAs(REQUESTS)
                .allSatisfy((request, answer) -> assertThat(answer)
                        .as(request)
                        .matches("(?s)HTTP/1\\.1 [45]\\d\\d .*")
                        .doesNotContainIgnoringCase(
                                "payara", "glassfish", "grizzly", "exception", "\nserver:", "\nx-powered-by"));
    }

    @Test
    void pageShouldSayWhatToDoWhenNothingIsThere() {
        for (String request : List.of("GET / HTTP/1.1", "GET /index.html HTTP/1.1", "GET /api/v1/health HTTP/1.1")) {
            assertThat(answer(request))
                    .startsWith("HTTP/1.1 404 ")
                    .contains("Content-Type: text/html", "OptiBid is not running here", "OptiBid does not start");
        }
    }

    @Test
    void pageShouldBeOurOwnWhenARequestIsRefused() {
        assertThat(answer("PUT /x HTTP/1.1")).startsWith("HTTP/1.1 403 ").contains("This is not allowed");
        assertThat(answer("BREW / HTTP/1.1")).startsWith("HTTP/1.1 501 ").contains("The request was not understood");
    }

    private static String answer(String request) {
        String answer = ServerUnderTest.undeployed().get(request);
        if (answer == null) {
            throw new AssertionError("not asked: " + request);
        }
        return answer;
    }
}
