package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A second node on the database of the server under test, started after it. */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
class NodesIT {

    @Test
    void sessionsAndLatestPricesShouldBeOneOnAllNodesWhenTheyShareTheDatabase() throws IOException {
        Tab early = Tab.loggedIn("trader");
        try (Guard guard = new Guard()) {
            Map<String, String> environment =
                    new HashMap<>(ServerUnderTest.database().environment());
            environment.putAll(TestSettings.ENVIRONMENT);
            MicroForm.Instance second = MicroForm.start("second-node", environment, guard);
            try {
                assertThat(second.awaitReady(Duration.ofMinutes(4))).as("ready").isTrue();
                assertOneSession(early, second.base());
                assertLatestPrice(second.base());
            } finally {
                second.server().close();
            }
        }
    }

    private static void assertOneSession(Tab early, URI second) {
        assertThat(early.at(second).status())
                .as("a token from before the node's start")
                .isEqualTo(200);
        assertThat(keys(second)).isEqualTo(keys(ServerUnderTest.base()));

        Tab elsewhere = early.at(second);
        assertThat(elsewhere.refresh().status()).isEqualTo(200);
        assertThat(elsewhere.at(ServerUnderTest.base()).status()).isEqualTo(200);

        Tab there = elsewhere.copy();
        assertThat(elsewhere.at(ServerUnderTest.base()).logOut("{}").status()).isEqualTo(204);
        Patience.until(there::status, status -> status == 401);
        assertThat(there.refresh().status()).isEqualTo(401);
    }

    /** The second node has neither Redis nor Kafka: it hears of the import by the log. */
    private static void assertLatestPrice(URI second) {
        LocalDate day = LocalDate.parse("2025-06-02");
        BidRuns.prices("LV", day, day, 60, BidRuns::shaped);
        Api there = Api.as("viewer").atNode(second);
        String path = "/api/v1/market-data/latest?product=SDAC&zone=LV";
        String before = Patience.until(() -> there.get(path), answer -> answer.status() == 200)
                .body();

        BidRuns.prices("LV", day.plusDays(1), day.plusDays(1), 60, BidRuns::shaped);

        String now = Api.as("viewer").get(path).body();
        assertThat(now).isNotEqualTo(before);
        Patience.until(() -> there.get(path).body(), now::equals);
    }

    private static List<String> keys(URI base) {
        return Api.at(base, Optional.empty()).get("/api/v1/auth/jwks").json().findValuesAsText("kid");
    }
}
