package energy.optibid.platform.internal.redis;

import static energy.optibid.market.PriceCacheContract.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.market.PriceCache;
import energy.optibid.market.internal.redis.RedisPriceCache;
import energy.optibid.market.internal.redis.RedisServer;
import energy.optibid.platform.RateLimit;
import energy.optibid.platform.Settings;
import energy.optibid.platform.Wait;
import energy.optibid.platform.internal.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.exceptions.JedisException;

/** Real sentinels, a real cluster and real TLS under the connector and its adapters. */
class RedisTopologiesIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String PASSWORD = "of-the-test";
    private static final RateLimit LIMIT = new RateLimit("user", 1, Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void callsShouldGoToTheNewMasterWhenSentinelsAppointOne() throws Exception {
        RedisServer master = server("--requirepass", PASSWORD, "--masterauth", PASSWORD);
        RedisServer replica = server(
                "--requirepass",
                PASSWORD,
                "--masterauth",
                PASSWORD,
                "--replicaof",
                "127.0.0.1 " + master.port(),
                "--repl-diskless-sync-delay",
                "0");
        RedisServer sentinel = sentinel(master.port());
        RedisConnector connector = connector(Map.of(
                "optibid.redis.uri",
                "redis://:" + PASSWORD + "@ignored",
                "optibid.redis.sentinels",
                "127.0.0.1:" + sentinel.port(),
                "optibid.redis.sentinel-master",
                "desk",
                "optibid.redis.sentinel-password",
                PASSWORD));
        PriceCache cache = new RedisPriceCache(connector::jedis, "test");
        Wait.until("the sentinel knows the replica", () -> knows(sentinel, replica));
        connector.probe(TIMEOUT);
        cache.put(price(0, 0, 0, "10.00"));
        Wait.until("the replica has it", () -> holds(replica));

        master.kill();

        assertThatThrownBy(() -> connector.probe(TIMEOUT)).isInstanceOf(JedisException.class);
        Wait.until("another master takes writes", () -> answers(connector));
        assertThat(cache.latest("SDAC", "DE_LU")).contains(price(0, 0, 0, "10.00"));
        cache.put(price(1, 0, 0, "11.00"));
        assertThat(cache.latest("SDAC", "DE_LU")).contains(price(1, 0, 0, "11.00"));
    }

    @Test
    void probeShouldFailUntilASentinelAnswers() throws IOException {
        RedisServer nobody = RedisServer.prepare();
        RedisConnector connector = connector(Map.of("optibid.redis.sentinels", "127.0.0.1:" + nobody.port()));

        assertThatThrownBy(() -> connector.probe(TIMEOUT)).isInstanceOf(JedisException.class);
        assertThatThrownBy(connector::jedis).hasMessage("not connected");
    }

    @Test
    void adaptersShouldWorkOnAllNodesOfACluster() throws Exception {
        List<RedisServer> nodes = cluster(3);
        RedisConnector connector = connector(
                Map.of("optibid.redis.cluster", "127.0.0.1:" + nodes.get(0).port()));

        Wait.until("the cluster takes writes", () -> answers(connector));
        RedisRateLimiter limiter = new RedisRateLimiter(connector::jedis, "test");

        for (String subject : subjects()) {
            assertThat(limiter.take(LIMIT, subject).granted()).as(subject).isTrue();
            assertThat(limiter.take(LIMIT, subject).granted()).as(subject).isFalse();
        }
        PriceCache cache = new RedisPriceCache(connector::jedis, "test");
        cache.put(price(0, 0, 0, "10.00"));
        assertThat(cache.latest("SDAC", "DE_LU")).contains(price(0, 0, 0, "10.00"));
        assertThat(nodes)
                .as("keys are spread")
                .allSatisfy(
                        node -> assertThat(node.command(List.of(), "DBSIZE")).isNotEqualTo("0"));
    }

    @Test
    void connectionShouldBeEncryptedAndRefusedWhenTheCertificateIsForAnotherName() throws Exception {
        Certificates certificates = Certificates.forLocalhost(folder);
        RedisServer server = RedisServer.prepare();
        opened.add(server);
        server.startOnTls(certificates.certificate(), certificates.key());
        String before = System.getProperty("javax.net.ssl.trustStore", "");
        System.setProperty("javax.net.ssl.trustStore", certificates.trustStore().toString());
        try {
            RedisConnector right = connector(Map.of("optibid.redis.uri", "rediss://localhost:" + server.port()));
            RedisConnector wrong = connector(Map.of("optibid.redis.uri", "rediss://127.0.0.1:" + server.port()));
            Wait.until("Redis answers on TLS", () -> answers(right));
            new RedisPriceCache(right::jedis, "test").put(price(0, 0, 0, "10.00"));

            assertThatThrownBy(() -> wrong.probe(TIMEOUT)).isInstanceOf(JedisException.class);
        } finally {
            if (before.isEmpty()) {
                System.clearProperty("javax.net.ssl.trustStore");
            } else {
                System.setProperty("javax.net.ssl.trustStore", before);
            }
        }
    }

    private static List<String> subjects() {
        return IntStream.range(0, 40).mapToObj(i -> "user-" + i).toList();
    }

    private RedisServer server(String... options) throws IOException {
        RedisServer server = RedisServer.prepare();
        opened.add(server);
        server.start(options);
        return server;
    }

    private RedisServer sentinel(int master) throws IOException {
        Path configuration =
                Files.writeString(folder.resolve("sentinel.conf"), """
                sentinel monitor desk 127.0.0.1 %d 1
                sentinel auth-pass desk %s
                sentinel down-after-milliseconds desk 500
                sentinel failover-timeout desk 3000
                requirepass %s
                """.formatted(master, PASSWORD, PASSWORD));
        RedisServer sentinel = RedisServer.prepare();
        opened.add(sentinel);
        sentinel.startSentinel(configuration);
        return sentinel;
    }

    private List<RedisServer> cluster(int size) throws IOException, InterruptedException {
        List<RedisServer> nodes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Path own = Files.createDirectory(folder.resolve("node" + i));
            nodes.add(server("--cluster-enabled", "yes", "--dir", own.toString()));
        }
        List<String> create = new ArrayList<>(List.of("--cluster", "create"));
        nodes.forEach(node -> create.add("127.0.0.1:" + node.port()));
        create.add("--cluster-yes");
        assertThat(RedisServer.client(create)).contains("All 16384 slots covered");
        return nodes;
    }

    private RedisConnector connector(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of(
                "optibid.redis.uri", "redis://ignored",
                "optibid.redis.connect-timeout", "PT2S",
                "optibid.redis.timeout", "PT1S"));
        values.putAll(more);
        RedisConnector connector =
                new RedisConnector(RedisSettings.of(new Settings(key -> Optional.ofNullable(values.get(key)))), "test");
        opened.add(connector);
        return connector;
    }

    /** What the monitor of a service does. */
    private static boolean answers(RedisConnector connector) {
        try {
            connector.probe(TIMEOUT);
            return true;
        } catch (JedisException e) {
            connector.lost();
            return false;
        }
    }

    private static boolean knows(RedisServer sentinel, RedisServer replica) {
        return sentinel.command(List.of("-a", PASSWORD), "SENTINEL", "replicas", "desk")
                .lines()
                .collect(Collectors.toSet())
                .contains("127.0.0.1:" + replica.port());
    }

    private static boolean holds(RedisServer replica) {
        return replica.command(List.of("-a", PASSWORD), "EXISTS", "test:latest-price:SDAC:DE_LU")
                .equals("1");
    }
}
