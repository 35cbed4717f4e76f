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
        assertThat(left(client)).isEqualTo("\"address\";r=599");
        assertThat(left(client)).isEqualTo("\"address\";r=598");

        redis().orElseThrow().kill();

        assertThat(left(client)).as("counted by the node").isEqualTo("\"address\";r=599");
        assertThat(left(client)).isEqualTo("\"address\";r=598");

        redis().orElseThrow().bringBack();

        awaitState("available", "healthy");
        assertThat(left(client)).as("a Redis that knows nothing").isEqualTo("\"address\";r=599");
    }

    private static String left(Api client) {
        return client.get("/api/v1/health").header("RateLimit").replaceFirst(";t=.*", "");
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
