package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.it.LoadProcess.Crowd;
import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prices pushed to many clients, which live in a process of their own: how fast, how many, what slow ones do to the others, and
 * what a crash costs. Slow, and so run by its own command: see docs/reference/push-load.md, which it writes.
 */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
@EnabledIfSystemProperty(named = "optibid.push-load", matches = "[1-9]\\d*")
class PushLoadIT {
    private static final Duration WHILE = Duration.ofSeconds(Long.getLong("optibid.push-load", 30));
    private static final int CLIENTS = Integer.getInteger("optibid.push-load.clients", 1_000);
    private static final int CONNECTIONS = Integer.getInteger("optibid.push-load.connections", 10_000);
    private static final int SLOW = Integer.getInteger("optibid.push-load.slow", 1_000);
    private static final int RETURNING = Integer.getInteger("optibid.push-load.returning", 200);
    private static final List<Integer> RATES = Stream.of(System.getProperty("optibid.push-load.rates", "5,10,20,40,80")
                    .split(",", -1))
            .map(Integer::valueOf)
            .toList();

    private static final int WARM_UP_RATE = 10;
    private static final int WARM_UP_CLIENTS = 100;
    private static final int IDLE_RATE = 1;
    private static final int RATE_OF_RETURN = 5;
    private static final int RATE_OF_TWO_NODES = 5;

    /** Each client follows all of them. */
    private static final List<String> ZONES = List.of("CZ", "GR");

    /** The smallest socket that Linux grants, so that little that is not read fits between server and client. */
    private static final int SLOW_SOCKET_BYTES = 2_048;

    /** Answers that a slow client asks for and does not read: below what the server allows a second. */
    private static final int SLOW_ASKS = 10;

    private static final int AT_ONCE = 100;
    private static final PushLoadPage PAGE = new PushLoadPage();

    private Guard guard;
    private Database database;
    private MicroForm.Instance node;

    @BeforeEach
    void startNode() {
        guard = new Guard();
        database = Database.start(TestFolders.IT.resolve("push-load"), Map.of("track_commit_timestamp", "on"), guard);
        node = newNode();
    }

    @AfterEach
    void endNode() throws IOException {
        node.server().close();
        guard.close();
        if (Boolean.getBoolean("optibid.write-push-load")) {
            PAGE.write();
        }
    }

    private MicroForm.Instance newNode() {
        return newNode("push-load", Map.of());
    }

    private MicroForm.Instance newNode(String name, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.putAll(TestSettings.ENVIRONMENT);
        environment.putAll(database.ownerEnvironment());
        environment.keySet().removeAll(List.of("OPTIBID_LOG_MAX_BYTES", "OPTIBID_LOG_FILES"));
        environment.put("OPTIBID_WEBSOCKET_CONNECTIONS_PER_USER", "20000");
        environment.put("OPTIBID_WEBSOCKET_CONNECTIONS_PER_ADDRESS", "20000");
        environment.putAll(more);
        MicroForm.Instance started = MicroForm.startToMeasure(name, environment, guard);
        assertThat(started.awaitReady(Duration.ofMinutes(4))).as("ready").isTrue();
        return started;
    }

    @Test
    void changesShouldReachClientsAtHigherAndHigherRates() {
        warmUp();
        try (LoadProcess clients = LoadProcess.start(guard)) {
            Crowd crowd = opened(clients, "all", CLIENTS, 0);
            for (int rate : RATES) {
                PushPhase phase = phase("%,d clients".formatted(CLIENTS), clients, rate, List.of(crowd));
                PAGE.add(phase);
                phase.assertExact();
                if (!phase.holds()) {
                    break;
                }
            }
        }
    }

    @Test
    void manyConnectionsShouldWaitAndSlowOnesAmongThemShouldHarmNobody() {
        warmUp();
        try (LoadProcess clients = LoadProcess.start(guard)) {
            MemoryUse before = MemoryUse.of(node.server().process());
            Crowd others = opened(clients, "others", CONNECTIONS - SLOW, 0);
            Crowd slow = opened(clients, "slow", SLOW, SLOW_SOCKET_BYTES);
            PAGE.addMemory(CONNECTIONS, before, MemoryUse.of(node.server().process()));

            PushPhase idle = phase("%,d connections".formatted(CONNECTIONS), clients, IDLE_RATE, List.of(others, slow));
            PAGE.add(idle);
            idle.assertExact();

            slow.limit(0);
            slow.ask(SLOW_ASKS);
            PushPhase beside = phase(
                    "the %,d of them that read, beside %,d that ask and read nothing"
                            .formatted(CONNECTIONS - SLOW, SLOW),
                    clients,
                    IDLE_RATE,
                    List.of(others));
            PAGE.add(beside);
            PAGE.addSlow(slow.status(), MemoryUse.of(node.server().process()));
            beside.assertExact();
        }
    }

    @Test
    void clientsThatComeBackTogetherShouldMissNothing() throws InterruptedException {
        warmUp();
        try (LoadProcess clients = LoadProcess.start(guard)) {
            Crowd crowd = opened(clients, "returning", RETURNING, 0);
            PriceSender before = PriceSender.start(Api.at(node.base(), "admin"), ZONES, RATE_OF_RETURN);
            LockSupport.parkNanos(WHILE.toNanos());
            node.server().process().destroyForcibly().waitFor();
            before.stop();

            node = newNode();
            PriceSender after = PriceSender.start(Api.at(node.base(), "admin"), ZONES, RATE_OF_RETURN);
            JsonNode status = crowd.open(node.base(), token(), 0, RETURNING);
            assertThat(status.get("connected").asInt()).as(status.toString()).isEqualTo(RETURNING);
            LockSupport.parkNanos(WHILE.toNanos());
            assertThat(after.stop()).as("changes without success").isZero();

            CommittedPrices committed = CommittedPrices.of(database);
            Patience.until(() -> crowd.hasReached(committed), reached -> reached);
            PushPhase.assertExact("returning", List.of(crowd.report(committed)));
            PAGE.addReturn(RETURNING, status);
        }
    }

    @Test
    void changesShouldReachClientsOfTwoNodesWhileRedisComesAndGoes() {
        node.server().close();
        Redis redis = Redis.ifInstalled(guard).orElseThrow();
        redis.comeBack();
        node = newNode("push-load-one", redis.environment());
        MicroForm.Instance second = newNode("push-load-two", redis.environment());
        Haproxy proxy = Haproxy.start(List.of(node.base(), second.base()), guard);
        try (LoadProcess clients = LoadProcess.start(guard)) {
            awaitRedis(List.of(node, second), "available");
            Crowd crowd = new Crowd(clients, "two nodes", ZONES, 0);
            assertThat(crowd.open(proxy.base(), token(), CLIENTS, AT_ONCE)
                            .get("connected")
                            .asInt())
                    .isEqualTo(CLIENTS);
            String what = "%,d clients of two nodes behind haproxy, ".formatted(CLIENTS);
            List.of(node, second).forEach(each -> assertThat(connections(each)).isEqualTo(CLIENTS / 2));
            phase("warm-up", clients, RATE_OF_TWO_NODES, List.of(crowd));

            addExact(phase(what + "with Redis", clients, RATE_OF_TWO_NODES, List.of(crowd)));
            addExact(phase(what + "Redis dies in between", clients, RATE_OF_TWO_NODES, List.of(crowd), redis::kill));
            awaitRedis(List.of(node, second), "degraded");
            addExact(phase(what + "without Redis", clients, RATE_OF_TWO_NODES, List.of(crowd)));
            redis.comeBack();
            awaitRedis(List.of(node, second), "available");
            addExact(phase(what + "Redis is back", clients, RATE_OF_TWO_NODES, List.of(crowd)));
        } finally {
            proxy.kill();
            redis.kill();
            second.server().close();
        }
    }

    private static void addExact(PushPhase phase) {
        PAGE.add(phase);
        phase.assertExact();
    }

    private static void awaitRedis(List<MicroForm.Instance> nodes, String state) {
        for (MicroForm.Instance each : nodes) {
            Patience.until(
                    () -> detail(each).get("services").toString(),
                    services -> services.matches(".*\"name\":\"redis\",\"state\":\"" + state + "\".*"));
        }
    }

    private static int connections(MicroForm.Instance node) {
        int sum = 0;
        for (JsonNode ofChannel : detail(node).at("/webSocket/connections")) {
            sum += ofChannel.asInt();
        }
        return sum;
    }

    private static JsonNode detail(MicroForm.Instance node) {
        return Api.at(node.base(), "admin").get("/api/v1/health").json().get("detail");
    }

    private PushPhase phase(String what, LoadProcess clients, int rate, List<Crowd> crowds) {
        return phase(what, clients, rate, crowds, () -> {});
    }

    /** @param inBetween happens in the middle of it */
    private PushPhase phase(String what, LoadProcess clients, int rate, List<Crowd> crowds, Runnable inBetween) {
        int before = CommittedPrices.of(database).count();
        ProcessorMeter meter = new ProcessorMeter(node.server().process().toHandle(), clients.handle());
        PriceSender sender = PriceSender.start(Api.at(node.base(), "admin"), ZONES, rate);
        LockSupport.parkNanos(WHILE.toNanos() / 2);
        inBetween.run();
        LockSupport.parkNanos(WHILE.toNanos() / 2);
        ProcessorMeter.Use use = meter.read();
        long failed = sender.stop();
        CommittedPrices committed = CommittedPrices.of(database);
        crowds.forEach(crowd -> Patience.until(() -> crowd.hasReached(committed), reached -> reached));
        List<JsonNode> reports =
                crowds.stream().map(crowd -> crowd.report(committed)).toList();
        double perSecond = (committed.count() - before) / (double) WHILE.toSeconds();
        return new PushPhase(what, rate, perSecond, failed, use, reports);
    }

    /** Until what serves clients is compiled. */
    private void warmUp() {
        try (LoadProcess clients = LoadProcess.start(guard)) {
            Crowd crowd = opened(clients, "warm-up", Math.min(WARM_UP_CLIENTS, CLIENTS), 0);
            PushPhase warm = phase("warm-up", clients, WARM_UP_RATE, List.of(crowd));
            warm.assertExact();
        }
    }

    private Crowd opened(LoadProcess clients, String name, int count, int receiveBufferBytes) {
        Crowd crowd = new Crowd(clients, name, ZONES, receiveBufferBytes);
        JsonNode status = crowd.open(node.base(), token(), count, AT_ONCE);
        assertThat(status.get("connected").asInt()).as(status.toString()).isEqualTo(count);
        return crowd;
    }

    private String token() {
        Answer answer = Api.at(node.base(), Optional.empty())
                .post(
                        "/api/v1/auth/login",
                        "{\"email\":\"viewer@demo.optibid\",\"password\":\"" + Users.DEMO_PASSWORD + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("accessToken").asText();
    }
}
