package energy.optibid.it;

import static energy.optibid.it.Problems.assertProblem;
import static energy.optibid.it.Rows.change;
import static energy.optibid.it.Rows.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Refresh tokens on the running product: in two tabs, by many at once, used again, too late. */
class RefreshIT {
    private static final int PARALLEL = 50;

    @Test
    void refreshShouldGiveAnotherTokenAndCookieWhenTheyAreUsed() {
        Tab browser = Tab.loggedIn("viewer");
        Tab before = browser.copy();

        assertThat(browser.refresh().status()).isEqualTo(200);

        assertThat(browser.cookie()).isNotEqualTo(before.cookie());
        assertThat(browser.token()).isNotEqualTo(before.token());
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.refresh().status()).isEqualTo(200);
    }

    @Test
    void refreshShouldBeRefusedWhenThereIsNothingToContinue() {
        Tab browser = Tab.loggedIn("viewer");
        Answer without = Api.anonymous()
                .send(Api.anonymous()
                        .request("/api/v1/auth/refresh")
                        .header("X-OptiBid-Request", "1")
                        .POST(BodyPublishers.noBody()));

        assertProblem(without, 401, "session-ended");
        for (String value : List.of("", "x", "obr_" + "A".repeat(43), "' or 1=1 --", browser.token())) {
            Answer answer = Api.anonymous()
                    .send(Api.anonymous()
                            .request("/api/v1/auth/refresh")
                            .header("X-OptiBid-Request", "1")
                            .header("Cookie", "optibid-refresh=" + value)
                            .POST(BodyPublishers.noBody()));
            assertProblem(answer, 401, "session-ended");
        }
    }

    @Test
    void refreshShouldBeRefusedWhenAnotherSiteAsks() {
        Tab browser = Tab.loggedIn("viewer");
        String refresh = "/api/v1/auth/refresh";

        assertProblem(browser.post(refresh, "", "Accept", "*/*"), 403, "cross-site-refused");
        assertProblem(
                browser.post(refresh, "", "X-OptiBid-Request", "1", "Sec-Fetch-Site", "cross-site"),
                403,
                "cross-site-refused");
        assertProblem(
                browser.post(refresh, "", "X-OptiBid-Request", "1", "Origin", "https://evil.example"),
                403,
                "cross-site-refused");
        assertProblem(
                browser.post("/api/v1/auth/logout", "{}", "Content-Type", "application/json"),
                403,
                "cross-site-refused");
        assertThat(browser.refresh().status()).as("none of them used it up").isEqualTo(200);
    }

    @Test
    void secondTabShouldGoOnWhenBothRefreshAtTheSameMoment() {
        Tab one = Tab.loggedIn("viewer");
        Tab other = one.copy();

        assertThat(one.refresh().status()).isEqualTo(200);
        assertThat(other.refresh().status()).isEqualTo(200);

        assertThat(one.refresh().status()).isEqualTo(200);
        assertThat(one.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void everyRefreshShouldSucceedInOneSessionWhenFiftyUseOneToken() throws SQLException {
        Tab browser = Tab.loggedIn("viewer");
        List<Tab> copies = new ArrayList<>();
        for (int count = 0; count < PARALLEL; count++) {
            copies.add(browser.copy());
        }

        List<Integer> answers = together(copies);

        assertThat(answers).hasSize(PARALLEL).containsOnly(200);
        Set<String> cookies = new HashSet<>();
        copies.forEach(copy -> cookies.add(copy.cookie()));
        assertThat(cookies).as("each its own").hasSize(PARALLEL);
        assertThat(number("select count(*) from refresh_tokens t join sessions s on s.id = t.session_id"
                        + " where s.id = '" + browser.session() + "' and t.generation = 1"))
                .isEqualTo(PARALLEL);
        assertThat(number("select generation from sessions where id = '" + browser.session() + "'"))
                .isEqualTo(1);
        assertThat(copies.get(7).status()).isEqualTo(200);
    }

    @Test
    void sessionShouldEndWhenAnOldTokenIsUsedAgain() throws SQLException, IOException {
        Tab browser = Tab.loggedIn("viewer");
        Tab thief = browser.copy();
        String session = browser.session();
        assertThat(browser.refresh().status()).isEqualTo(200);
        assertThat(browser.refresh().status()).isEqualTo(200);

        assertProblem(thief.refresh(), 401, "session-ended");

        assertProblem(browser.copy().refresh(), 401, "session-ended");
        assertThat(browser.status()).as("its access token too").isEqualTo(401);
        assertThat(number("select count(*) from audit_entries where action = 'token.reuse' and subject_id = '" + session
                        + "'"))
                .isEqualTo(1);
        assertProblem(thief.refresh(), 401, "session-ended");
        String log = Files.readString(ServerUnderTest.log().orElseThrow());
        assertThat(log.split("A used refresh token of session " + session, -1))
                .as("logged once")
                .hasSize(2);
    }

    @Test
    void tokenBeforeShouldEndTheSessionWhenTheGraceIsOver() throws SQLException {
        Tab browser = Tab.loggedIn("viewer");
        Tab late = browser.copy();
        assertThat(browser.refresh().status()).isEqualTo(200);
        change("update sessions set advanced_at = advanced_at - interval '31 seconds' where id = '" + browser.session()
                + "'");

        assertProblem(late.refresh(), 401, "session-ended");
        assertThat(browser.status()).isEqualTo(401);
    }

    @Test
    void sessionShouldEndWhenItWasIdleTooLong() throws SQLException {
        Tab browser = Tab.loggedIn("viewer");
        change("update sessions set expires_at = now() where id = '" + browser.session() + "'");

        assertProblem(browser.refresh(), 401, "session-ended");
    }

    private static List<Integer> together(List<Tab> browsers) {
        ExecutorService threads = Executors.newFixedThreadPool(browsers.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<CompletableFuture<Integer>> answers = browsers.stream()
                    .map(browser -> CompletableFuture.supplyAsync(
                            () -> {
                                await(start);
                                return browser.refresh().status();
                            },
                            threads))
                    .toList();
            start.countDown();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static void await(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
