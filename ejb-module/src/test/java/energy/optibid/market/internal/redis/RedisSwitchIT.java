package energy.optibid.market.internal.redis;

import static energy.optibid.market.PriceCacheContract.price;
import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.LatestPrice;
import energy.optibid.market.PriceCache;
import energy.optibid.market.internal.InMemoryPriceCache;
import energy.optibid.market.internal.RoutingPriceCache;
import energy.optibid.platform.AnsweringService;
import energy.optibid.platform.Capabilities;
import energy.optibid.platform.MonitoredService;
import energy.optibid.platform.Release;
import energy.optibid.platform.ServiceConnector;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.ServiceReport;
import energy.optibid.platform.ServiceState;
import energy.optibid.platform.Services;
import energy.optibid.platform.Settings;
import energy.optibid.platform.SystemReport.Overall;
import energy.optibid.platform.SystemStatus;
import energy.optibid.platform.Wait;
import energy.optibid.platform.internal.redis.RedisConnector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole switch, without a container: flag, connector, monitor, state, routing, against a real redis-server. */
@SuppressWarnings("NullAway.Init") // each test starts the desk
class RedisSwitchIT {
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
    private RedisServer server;
    private RedisConnector connector;
    private Services services;
    private SystemStatus status;
    private PriceCache cache;
    private CompletableFuture<Void> firstAttempts;

    @BeforeEach
    void prepare() throws IOException {
        server = RedisServer.prepare();
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
        if (services != null) {
            services.stop();
            connector.close();
            server.close();
        }
    }

    @Test
    void redisShouldServeWhenItIsThere() throws IOException {
        server.start();
        startDesk(server.port());
        firstAttempts.join();

        cache.put(price(0, 0, 0, "10.00"));

        assertThat(redis().state()).isEqualTo(ServiceState.AVAILABLE);
        assertThat(redis().latency()).isPresent();
        assertThat(inRedis()).contains(price(0, 0, 0, "10.00"));
        assertThat(overall()).isEqualTo(Overall.HEALTHY);
    }

    @Test
    void deskShouldServeAndPickRedisUpWhenItIsRefusedAtTheStart() throws IOException {
        startDesk(server.port());

        assertServes(1);
        firstAttempts.join();
        assertThat(redis().state()).isEqualTo(ServiceState.UNAVAILABLE);
        assertThat(redis().lastError()).get().asString().containsIgnoringCase("refused");
        assertThat(overall()).isEqualTo(Overall.DEGRADED);
        assertThat(status.isReady()).isTrue();

        server.start();
        awaitState(ServiceState.AVAILABLE);
        assertServes(2);
        assertThat(inRedis()).contains(price(2, 0, 0, "10.00"));
        assertThat(overall()).isEqualTo(Overall.HEALTHY);
    }

    @Test
    void deskShouldBeReadyAndServeWhileTheFirstAttemptHangs() throws IOException {
        try (ServerSocket blackHole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            startDesk(blackHole.getLocalPort(), "PT60S", new AtomicInteger());

            assertThat(status.isReady()).isTrue();
            assertServes(1);
            assertThat(redis().state()).isEqualTo(ServiceState.CONNECTING);
            assertThat(firstAttempts).isNotDone();
        }
    }

    @Test
    void redisShouldBeUnavailableWhenItAcceptsAndNeverAnswers() throws IOException {
        try (ServerSocket blackHole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            startDesk(blackHole.getLocalPort(), "PT0.3S", new AtomicInteger());

            firstAttempts.join();

            assertThat(redis().state()).isEqualTo(ServiceState.UNAVAILABLE);
            assertThat(redis().lastError()).isPresent();
            assertServes(1);
            assertThat(status.isReady()).isTrue();
        }
    }

    @Test
    void deskShouldServeWhenRedisIsKilledAndComesBackEmpty() throws IOException, InterruptedException {
        server.start();
        startDesk(server.port());
        firstAttempts.join();
        assertServes(1);

        server.kill();
        assertServes(2);
        assertThat(redis().state()).isEqualTo(ServiceState.DEGRADED);
        assertThat(redis().lastError()).isPresent();
        assertThat(overall()).isEqualTo(Overall.DEGRADED);
        assertThat(status.isReady()).isTrue();
        assertServes(3);

        server.start();
        awaitState(ServiceState.AVAILABLE);
        assertThat(cache.latest("SDAC", "DE_LU")).contains(price(3, 0, 0, "10.00"));
        assertThat(inRedis()).as("what Redis missed is put right").contains(price(3, 0, 0, "10.00"));
        assertThat(redis().state())
                .as("no connection to the old server is left")
                .isEqualTo(ServiceState.AVAILABLE);
    }

    @Test
    void staleValueShouldNotWinWhenRedisComesBackWithIt() throws IOException, InterruptedException {
        server.start();
        startDesk(server.port());
        firstAttempts.join();
        cache.put(price(1, 0, 0, "10.00"));

        server.freeze();
        cache.put(price(2, 0, 0, "20.00"));
        assertThat(redis().state()).isEqualTo(ServiceState.DEGRADED);
        server.thaw();
        awaitState(ServiceState.AVAILABLE);

        assertThat(cache.latest("SDAC", "DE_LU")).contains(price(2, 0, 0, "20.00"));
        assertThat(inRedis()).contains(price(2, 0, 0, "20.00"));
    }

    @Test
    void newerValueOfAnotherNodeShouldWinWhenRedisComesBackWithIt() throws IOException, InterruptedException {
        server.start();
        startDesk(server.port());
        firstAttempts.join();
        cache.put(price(1, 0, 0, "10.00"));

        new RedisPriceCache(connector::jedis, "test").put(price(5, 0, 0, "50.00"));

        assertThat(cache.latest("SDAC", "DE_LU")).contains(price(5, 0, 0, "50.00"));
        server.kill();
        assertThat(cache.latest("SDAC", "DE_LU"))
                .as("what was read from Redis is remembered here too")
                .contains(price(5, 0, 0, "50.00"));
    }

    @Test
    void onlyTheFirstCallsShouldMeetAFrozenRedis() throws IOException, InterruptedException {
        server.start();
        AtomicInteger callsToRedis = new AtomicInteger();
        startDesk(server.port(), "PT2S", callsToRedis);
        firstAttempts.join();
        assertServes(1);

        server.freeze();
        assertServes(2);
        assertThat(redis().state()).isEqualTo(ServiceState.DEGRADED);
        int calls = callsToRedis.get();
        IntStream.range(3, 1000).forEach(this::assertServes);
        assertThat(callsToRedis)
                .as("nothing goes to Redis while it does not answer")
                .hasValue(calls);

        server.thaw();
        awaitState(ServiceState.AVAILABLE);
        assertServes(1000);
        assertThat(callsToRedis.get()).isGreaterThan(calls);
    }

    private void startDesk(int port) {
        startDesk(port, "PT2S", new AtomicInteger());
    }

    private void startDesk(int port, String connectTimeout, AtomicInteger callsToRedis) {
        Map<String, String> values = Map.of("ENABLE_REDIS", "true");
        Capabilities capabilities = new Capabilities(new Settings(key -> Optional.ofNullable(values.get(key))));
        connector = new RedisConnector(RedisServer.settings(port, connectTimeout), "test");
        services = new Services(
                capabilities,
                this::connector,
                executor,
                Clock.systemUTC(),
                Duration.ofMillis(50),
                Duration.ofMinutes(1));
        status = new SystemStatus(
                services, capabilities, new Release("test", "unknown"), Clock.systemUTC(), Optional::empty);
        PriceCache redis = new RedisPriceCache(connector::jedis, "test");
        cache = new RoutingPriceCache(
                services.of(ServiceName.REDIS), counting(redis, callsToRedis), new InMemoryPriceCache());
        firstAttempts = CompletableFuture.allOf(services.startRequired(), services.startOptional());
        status.started();
        MonitoredService postgresql = services.of(ServiceName.POSTGRESQL);
        Wait.until("PostgreSQL is there", () -> postgresql.state() == ServiceState.AVAILABLE);
    }

    private ServiceConnector connector(ServiceName name) {
        return name == ServiceName.REDIS ? connector : new AnsweringService();
    }

    private static PriceCache counting(PriceCache cache, AtomicInteger calls) {
        return new PriceCache() {
            @Override
            public void put(LatestPrice price) {
                calls.incrementAndGet();
                cache.put(price);
            }

            @Override
            public Optional<LatestPrice> latest(String productCode, String zoneCode) {
                calls.incrementAndGet();
                return cache.latest(productCode, zoneCode);
            }
        };
    }

    private void assertServes(int quarter) {
        cache.put(price(quarter, 0, 0, "10.00"));
        assertThat(cache.latest("SDAC", "DE_LU")).contains(price(quarter, 0, 0, "10.00"));
    }

    private Optional<LatestPrice> inRedis() {
        return new RedisPriceCache(connector::jedis, "test").latest("SDAC", "DE_LU");
    }

    private ServiceReport redis() {
        return services.of(ServiceName.REDIS).report();
    }

    private Overall overall() {
        return status.report().overall();
    }

    private void awaitState(ServiceState state) {
        Wait.until("Redis is " + state, () -> redis().state() == state);
    }
}
