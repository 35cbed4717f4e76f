package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
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
    void sessionsShouldBeOneOnAllNodesWhenTheyShareTheDatabase() throws IOException {
        Tab early = Tab.loggedIn("trader");
        try (Guard guard = new Guard()) {
            Map<String, String> environment =
                    new HashMap<>(ServerUnderTest.database().environment());
            environment.putAll(TestSettings.ENVIRONMENT);
            MicroForm.Instance second = MicroForm.start("second-node", environment, guard);
            try {
                assertThat(second.awaitReady(Duration.ofMinutes(4))).as("ready").isTrue();
                assertOneSession(early, second.base());
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

    private static List<String> keys(URI base) {
        return Api.at(base, Optional.empty()).get("/api/v1/auth/jwks").json().findValuesAsText("kid");
    }
}
