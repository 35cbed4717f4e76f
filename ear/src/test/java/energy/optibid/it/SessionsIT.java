package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
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

/** Sessions, their refresh tokens and their end on the running product. */
class SessionsIT {
    private static final int PARALLEL = 50;

    @Test
    void cookieShouldBeOutOfReachWhenTheUserLogsIn() {
        Answer answer = Api.anonymous()
                .post("/api/v1/auth/login", "{\"email\":\"viewer@demo.optibid\",\"password\":\"optibid-demo-2026\"}");

        assertThat(answer.header("Set-Cookie"))
                .startsWith("optibid-refresh=obr_")
                .containsIgnoringCase("httponly")
                .containsIgnoringCase("samesite=strict")
                .containsIgnoringCase("path=/api/v1/auth")
                .containsPattern("(?i)max-age=(3600|35\\d\\d)");
        assertThat(answer.body()).doesNotContain("obr_");
    }

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
                        + " where s.id = '" + current(browser) + "' and t.generation = 1"))
                .isEqualTo(PARALLEL);
        assertThat(number("select generation from sessions where id = '" + current(browser) + "'"))
                .isEqualTo(1);
        assertThat(copies.get(7).status()).isEqualTo(200);
    }

    @Test
    void sessionShouldEndWhenAnOldTokenIsUsedAgain() throws SQLException, IOException {
        Tab browser = Tab.loggedIn("viewer");
        Tab thief = browser.copy();
        String session = current(browser);
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
        change("update sessions set advanced_at = advanced_at - interval '31 seconds' where id = '" + current(browser)
                + "'");

        assertProblem(late.refresh(), 401, "session-ended");
        assertThat(browser.status()).isEqualTo(401);
    }

    @Test
    void sessionShouldEndWhenItWasIdleTooLong() throws SQLException {
        Tab browser = Tab.loggedIn("viewer");
        change("update sessions set expires_at = now() where id = '" + current(browser) + "'");

        assertProblem(browser.refresh(), 401, "session-ended");
    }

    @Test
    void tokensShouldBeRefusedAtOnceWhenTheUserLogsOut() {
        Tab browser = Tab.loggedIn("viewer");
        Tab kept = browser.copy();
        Tab elsewhere = Tab.loggedIn("viewer");

        Answer out = browser.logOut("{}");

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).startsWith("optibid-refresh=;").containsIgnoringCase("max-age=0");
        assertThat(kept.status()).isEqualTo(401);
        assertProblem(kept.refresh(), 401, "session-ended");
        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(browser.logOut("{}").status()).as("again").isEqualTo(204);
    }

    @Test
    void allSessionsShouldEndWhenTheUserLogsOutEverywhere() {
        Tab one = Tab.loggedIn("viewer");
        Tab other = Tab.loggedIn("viewer");
        Tab stranger = Tab.loggedIn("trader");

        assertThat(one.logOut("{\"everywhere\":true}").status()).isEqualTo(204);

        assertThat(one.status()).isEqualTo(401);
        assertThat(other.status()).isEqualTo(401);
        assertProblem(other.refresh(), 401, "session-ended");
        assertThat(stranger.status()).isEqualTo(200);
    }

    @Test
    void sessionsShouldBeListedAndEndedByTheirUserOnlyWhenAsked() {
        Tab one = Tab.loggedIn("viewer");
        Tab other = Tab.loggedIn("viewer");
        Tab stranger = Tab.loggedIn("trader");

        JsonNode items = one.get("/api/v1/sessions").json().get("items");
        assertThat(items.size()).isGreaterThanOrEqualTo(2);
        assertThat(items.toString()).doesNotContain("obr_");
        String id = current(other);
        assertThat(items.findValuesAsText("id")).contains(id, current(one));

        assertProblem(stranger.delete("/api/v1/sessions/" + id), 404, "session-not-found");
        assertThat(other.status()).isEqualTo(200);
        assertThat(one.delete("/api/v1/sessions/" + id).status()).isEqualTo(204);
        assertThat(other.status()).isEqualTo(401);
        assertThat(one.status()).isEqualTo(200);
        assertProblem(one.delete("/api/v1/sessions/" + id), 404, "session-not-found");
    }

    @Test
    void sessionsOfAUserShouldEndWhenTheAdministratorSaysSo() {
        Tab administrator = Tab.loggedIn("admin");
        Tab user = Tab.loggedIn("viewer");
        String userId = user.get("/api/v1/auth/me").json().get("id").asText();
        String path = "/api/v1/users/" + userId + "/sessions";

        assertThat(Tab.loggedIn("trader").delete(path).status()).isEqualTo(403);
        assertThat(user.status()).isEqualTo(200);
        assertThat(administrator.delete(path).status()).isEqualTo(204);
        assertThat(user.status()).isEqualTo(401);
        assertThat(administrator.status()).isEqualTo(200);
    }

    @Test
    void databaseShouldHoldNoTokenWhenSessionsGoOn() throws SQLException {
        Tab browser = Tab.loggedIn("viewer");
        String secret = browser.cookie().substring(browser.cookie().indexOf('=') + 1);

        assertThat(number("select count(*) from refresh_tokens where encode(sha256, 'escape') like '%obr_%'"))
                .isZero();
        assertThat(number("select count(*) from refresh_tokens where sha256 = sha256('" + secret + "'::bytea)"))
                .isEqualTo(1);
        assertThat(number("select count(*) from signing_keys where encode(sealed_pair, 'escape') like '%\"d\"%'"))
                .isZero();
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

    private static String current(Tab browser) {
        for (JsonNode session : browser.get("/api/v1/sessions").json().get("items")) {
            if (session.get("current").asBoolean()) {
                return session.get("id").asText();
            }
        }
        throw new AssertionError("No current session");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection();
                var statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery(query);
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void change(String update) throws SQLException {
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(update)).isEqualTo(1);
        }
    }
}
