package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.it.LoadProcess.Crowd;
import energy.optibid.launcher.Guard;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Some dozen clients at once, which live in a process of their own. */
class PushCrowdIT {
    private static final List<String> ZONES = List.of("CZ", "GR");
    private static final int OF_EACH_USER = 16;
    private static final int CHANGES = 20;

    @Test
    void eachClientShouldHearOfEachChangeOnce() {
        try (Guard guard = new Guard();
                LoadProcess clients = LoadProcess.start(guard)) {
            List<Crowd> crowds = Stream.of("viewer", "trader", "admin")
                    .map(user -> opened(clients, user))
                    .toList();

            for (int change = 0; change < CHANGES; change++) {
                assertThat(PriceSender.change(Api.as("admin"), ZONES.get(change % ZONES.size())))
                        .isTrue();
            }

            CommittedPrices committed = CommittedPrices.of(ServerUnderTest.database());
            for (Crowd crowd : crowds) {
                Patience.until(() -> crowd.hasReached(committed), reached -> reached);
                JsonNode report = crowd.report(committed);
                PushPhase.assertExact(crowd.name(), List.of(report));
                assertThat(report.at("/micros/count").asInt())
                        .as("changes that clients were told of: %s", report)
                        .isGreaterThanOrEqualTo(OF_EACH_USER * CHANGES);
            }
        }
    }

    /** Each user has so many connections as one may have, less some for the other tests. */
    private static Crowd opened(LoadProcess clients, String user) {
        Crowd crowd = new Crowd(clients, user, ZONES, 0);
        JsonNode status = crowd.open(
                ServerUnderTest.base(), Users.accessToken(user + "@demo.optibid"), OF_EACH_USER, OF_EACH_USER);
        assertThat(status.get("connected").asInt()).as(status.toString()).isEqualTo(OF_EACH_USER);
        return crowd;
    }
}
