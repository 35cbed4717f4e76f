package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Redis goes and comes back under the running product. The server under test on Payara Micro runs with it. */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
class RedisIT {

    @BeforeEach
    void requireRedis() {
        boolean present = redis().isPresent();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present).as("redis-server is installed").isTrue();
        }
        assumeTrue(present, "redis-server is not installed (Debian: apt-get install redis-server)");
    }

    @Test
    void requestsShouldGoOnWhenRedisIsKilledAndBroughtBack() {
        LocalDate day = LocalDate.parse("2024-03-06");
        BidRuns.prices("EE", day, day, 60, BidRuns::shaped);
        awaitState("available", "healthy");
        String latest = latest();

        redis().orElseThrow().kill();

        assertThat(latest()).isEqualTo(latest);
        awaitState("degraded", "degraded");
        assertThat(latest()).isEqualTo(latest);
        assertThat(Api.anonymous().get("/health/ready").status()).isEqualTo(200);

        redis().orElseThrow().bringBack();

        awaitState("available", "healthy");
        assertThat(latest()).isEqualTo(latest);
    }

    @Test
    void limitsShouldBeCountedWhenRedisIsAway() {
        Api client = Api.anonymous().from("203.0.113.77");
        awaitState("available", "healthy");
        awaitCounted(client);

        redis().orElseThrow().kill();

        awaitCounted(client);

        redis().orElseThrow().bringBack();

        awaitState("available", "healthy");
        awaitCounted(client);
    }

    /** Ten are given back a second: on a slow machine it takes a few attempts to see two counted one after the other. */
    private static void awaitCounted(Api client) {
        Patience.until(() -> counted(client), counted -> counted == 1);
    }

    private static int counted(Api client) {
        int before = left(client);
        return before - left(client);
    }

    private static int left(Api client) {
        String header = client.get("/api/v1/health").header("RateLimit");
        return Integer.parseInt(header.replaceFirst("\"address\";r=(\\d+);t=.*", "$1"));
    }

    private static Optional<Redis> redis() {
        return ServerUnderTest.redis();
    }

    private static String latest() {
        Answer answer = Api.as("viewer").get("/api/v1/market-data/latest?product=SDAC&zone=EE");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }

    private static void awaitState(String redis, String overall) {
        JsonNode health = Patience.until(
                () -> Api.as("admin").get("/api/v1/health").json(),
                state -> redisState(state).equals(redis));
        assertThat(health.get("status").asText()).isEqualTo(overall);
    }

    private static String redisState(JsonNode health) {
        return StreamSupport.stream(health.get("detail").get("services").spliterator(), false)
                .filter(service -> service.get("name").asText().equals("redis"))
                .map(service -> service.get("state").asText())
                .findFirst()
                .orElse("not listed in " + health);
    }
}
