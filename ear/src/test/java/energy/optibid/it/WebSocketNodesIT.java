package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.launcher.Guard;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What one node imports, clients of another node hear: by Redis, without it, and when it dies in between. */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
class WebSocketNodesIT {
    private static Guard guard;
    private static MicroForm.Instance withRedis;
    private static MicroForm.Instance without;

    @BeforeAll
    static void startNodes() {
        guard = new Guard();
        Map<String, String> environment =
                new HashMap<>(ServerUnderTest.database().environment());
        environment.putAll(TestSettings.ENVIRONMENT);
        // So seldom that a node hears in time only when it is woken.
        environment.put("OPTIBID_EVENTS_POLL_INTERVAL", "PT10M");
        without = MicroForm.start("push-without-redis", environment, guard);
        ServerUnderTest.redis().ifPresent(redis -> environment.putAll(redis.environment()));
        withRedis = MicroForm.start("push-with-redis", environment, guard);
        assertThat(without.awaitReady(Duration.ofMinutes(4))).isTrue();
        assertThat(withRedis.awaitReady(Duration.ofMinutes(4))).isTrue();
        List.of(without, withRedis).forEach(node -> Patience.until(() -> begins(node), begun -> begun));
    }

    /** A node begins to read the log when it looks for the first time: its own commit makes it look. */
    private static boolean begins(MicroForm.Instance node) {
        WebSocketIT.importDay(Api.as("admin").atNode(node.base()), "NO2");
        try (PushClient client = PushClient.open(node.base(), "prices", Users.accessToken("viewer@demo.optibid"))) {
            return client.isOpen();
        } catch (PushClient.Refused e) {
            return false;
        }
    }

    @AfterAll
    static void endNodes() {
        List.of(without, withRedis).forEach(node -> node.server().close());
        guard.close();
    }

    @Test
    void importAtOneNodeShouldReachClientsOfTheOthers() {
        String token = Users.accessToken("viewer@demo.optibid");
        try (PushClient here = PushClient.open("prices", token);
                PushClient byRedis = PushClient.open(withRedis.base(), "prices", token);
                PushClient byPostgres = PushClient.open(without.base(), "prices", token)) {
            List<PushClient> clients = List.of(here, byRedis, byPostgres);
            clients.forEach(client -> client.subscribe("NO2", ""));
            clients.forEach(client -> client.next("snapshot"));

            importAt(Api.as("admin"), List.of(here, byRedis));
            importAt(Api.as("admin").atNode(without.base()), List.of(here, byRedis, byPostgres));
            importAt(Api.as("admin").atNode(withRedis.base()), List.of(here, byRedis));

            ServerUnderTest.redis().ifPresent(redis -> {
                redis.kill();
                try {
                    awaitRedis("degraded");
                    importAt(Api.as("admin"), clients);
                    importAt(Api.as("admin").atNode(withRedis.base()), clients);
                } finally {
                    redis.bringBack();
                }
                awaitRedis("available");
                importAt(Api.as("admin"), List.of(here, byRedis));
            });
        }
    }

    /** All of these hear of it, by the same number. */
    private static void importAt(Api admin, List<PushClient> clients) {
        LocalDate day = WebSocketIT.importDay(admin, "NO2");
        String end =
                day.plusDays(1).atStartOfDay(BidRuns.MARKET_ZONE).toInstant().toString();
        List<Long> numbers = new ArrayList<>();
        for (PushClient client : clients) {
            JsonNode price = client.next(
                    message -> message.at("/data/changedTo").asText().equals(end));
            numbers.add(price.get("seq").asLong());
        }
        assertThat(numbers).as("one number on all nodes").allMatch(numbers.get(0)::equals);
    }

    private static void awaitRedis(String state) {
        for (Api api : List.of(Api.as("admin"), Api.as("admin").atNode(withRedis.base()))) {
            Patience.until(
                    () -> api.get("/api/v1/health")
                            .json()
                            .get("detail")
                            .get("services")
                            .toString(),
                    services -> services.matches(".*\"name\":\"redis\",\"state\":\"" + state + "\".*"));
        }
    }
}
