package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServicesTest {
    private static final Duration PROBE_TIMEOUT = Duration.ofMillis(100);

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
    private final List<ServiceName> made = new ArrayList<>();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private Services services(Map<String, String> values, ServiceConnector redis) {
        return new Services(
                new Capabilities(SettingsTest.settings(values)),
                name -> {
                    made.add(name);
                    return name == ServiceName.REDIS ? redis : new Connector(() -> {});
                },
                executor,
                Clock.systemUTC(),
                Duration.ofMillis(10),
                PROBE_TIMEOUT);
    }

    private static void start(Services services) {
        services.startRequired().join();
        services.startOptional().join();
    }

    @Test
    void nothingShouldBeMadeOfWhatIsOff() {
        Services services = services(Map.of(), new Connector(() -> {}));

        start(services);

        assertThat(made).containsExactly(ServiceName.POSTGRESQL);
        assertThat(services.of(ServiceName.REDIS).state()).isEqualTo(ServiceState.OFF);
        assertThat(services.of(ServiceName.POSTGRESQL).state()).isEqualTo(ServiceState.AVAILABLE);
    }

    @Test
    void optionalServicesShouldBeLeftAloneUntilTheyAreToBeAttempted() {
        AtomicInteger probes = new AtomicInteger();
        Services services = services(Map.of("ENABLE_REDIS", "true"), new Connector(probes::incrementAndGet));

        services.startRequired().join();

        assertThat(services.of(ServiceName.POSTGRESQL).state()).isEqualTo(ServiceState.AVAILABLE);
        assertThat(services.of(ServiceName.REDIS).state()).isEqualTo(ServiceState.CONNECTING);
        assertThat(probes).hasValue(0);

        services.startOptional().join();

        assertThat(services.of(ServiceName.REDIS).state()).isEqualTo(ServiceState.AVAILABLE);
    }

    @Test
    void startShouldEndWhenAProbeNeverReturns() {
        CountDownLatch never = new CountDownLatch(1);
        Services services = services(Map.of("ENABLE_REDIS", "true"), new Connector(never::await));

        start(services);

        ServiceReport redis = services.of(ServiceName.REDIS).report();
        assertThat(redis.state()).isEqualTo(ServiceState.UNAVAILABLE);
        assertThat(redis.lastError()).contains("no answer within 0.1 s");
    }

    @Test
    void lateAnswerShouldNotCountAndTheNextProbeShould() {
        CountDownLatch late = new CountDownLatch(1);
        AtomicInteger probes = new AtomicInteger();
        CompletableFuture<Void> second = new CompletableFuture<>();
        CountDownLatch secondMayEnd = new CountDownLatch(1);
        Services services = services(Map.of("ENABLE_REDIS", "true"), new Connector(() -> {
            if (probes.incrementAndGet() == 1) {
                late.await();
            } else {
                second.complete(null);
                secondMayEnd.await();
            }
        }));

        start(services);
        late.countDown();
        second.join();
        assertThat(services.of(ServiceName.REDIS).state()).isEqualTo(ServiceState.UNAVAILABLE);
        secondMayEnd.countDown();
        while (services.of(ServiceName.REDIS).state() != ServiceState.AVAILABLE) {
            Thread.onSpinWait();
        }
    }

    @Test
    void serviceShouldStayAvailableWhileOthersAreAnsweredAndItsProbeWaits() throws Exception {
        AtomicInteger probes = new AtomicInteger();
        AtomicInteger looks = new AtomicInteger();
        AtomicBoolean answersOthers = new AtomicBoolean(true);
        CountDownLatch never = new CountDownLatch(1);
        Services services = services(
                Map.of("ENABLE_REDIS", "true"),
                new Connector(
                        () -> {
                            if (probes.incrementAndGet() > 1) {
                                never.await();
                            }
                        },
                        () -> {
                            looks.incrementAndGet();
                            return answersOthers.get();
                        }));

        start(services);
        while (looks.get() < 3) {
            Thread.onSpinWait();
        }
        assertThat(services.of(ServiceName.REDIS).state()).isEqualTo(ServiceState.AVAILABLE);

        answersOthers.set(false);
        while (services.of(ServiceName.REDIS).state() == ServiceState.AVAILABLE) {
            Thread.onSpinWait();
        }
        assertThat(services.of(ServiceName.REDIS).report().lastError()).contains("no answer within 0.1 s");
    }

    @Test
    void overallShouldBeUnhealthyUntilStartedAndHealthyThen() {
        Capabilities capabilities = new Capabilities(SettingsTest.settings(Map.of()));
        Services services = services(Map.of(), new Connector(() -> {}));
        SystemStatus status = new SystemStatus(
                services, capabilities, new Release("1.2.3", "unknown"), Clock.systemUTC(), Optional::empty);
        start(services);

        assertThat(status.isReady()).isFalse();
        assertThat(status.report().overall()).isEqualTo(SystemReport.Overall.UNHEALTHY);

        status.started();
        assertThat(status.isReady()).isTrue();
        assertThat(status.report().overall()).isEqualTo(SystemReport.Overall.HEALTHY);
        assertThat(status.report().release().version()).isEqualTo("1.2.3");
    }

    @Test
    void serviceOfOthersShouldBeProbedAtItsOwnPaceAndTakeItsTime() {
        List<Duration> timeouts = new CopyOnWriteArrayList<>();
        Services services = new Services(
                new Capabilities(SettingsTest.settings(Map.of("ENABLE_ENTSOE", "true"))),
                name -> name == ServiceName.ENTSOE ? new Unhurried(timeouts) : new AnsweringService(),
                executor,
                Clock.systemUTC(),
                Duration.ofHours(1),
                PROBE_TIMEOUT);

        start(services);
        while (timeouts.size() < 3) {
            Thread.onSpinWait();
        }
        assertThat(timeouts).allMatch(Duration.ofMinutes(10)::equals);
    }

    @Test
    void serviceThatIsAwayShouldHaveAsLongToAnswerAsAtTheStart() {
        List<Duration> timeouts = new CopyOnWriteArrayList<>();
        Services services = services(Map.of("ENABLE_REDIS", "true"), new Refusing(timeouts));

        start(services);
        Wait.until("it answers", () -> services.of(ServiceName.REDIS).state() == ServiceState.AVAILABLE);
        Wait.until("it is probed further", () -> timeouts.size() > 4);

        List<Duration> given = List.copyOf(timeouts);
        assertThat(given.subList(0, 3)).allMatch(Refusing.FIRST::equals);
        assertThat(given.subList(3, 5)).allMatch(PROBE_TIMEOUT::equals);
    }

    /** Refuses twice, then answers. */
    private record Refusing(List<Duration> timeouts) implements ServiceConnector {
        private static final Duration FIRST = Duration.ofMinutes(5);

        @Override
        public String configuredAt() {
            return "here";
        }

        @Override
        public Duration firstTimeout() {
            return FIRST;
        }

        @Override
        public Duration timeout() {
            return Duration.ofMinutes(10);
        }

        @Override
        public void probe(Duration timeout) {
            timeouts.add(timeout);
            if (timeouts.size() < 3) {
                throw new IllegalStateException("refused");
            }
        }
    }

    /** A service of others, with a pause of its own. */
    private record Unhurried(List<Duration> timeouts) implements ServiceConnector {
        @Override
        public String configuredAt() {
            return "elsewhere";
        }

        @Override
        public Duration firstTimeout() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration timeout() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Optional<Duration> pause() {
            return Optional.of(Duration.ofMillis(1));
        }

        @Override
        public void probe(Duration timeout) {
            timeouts.add(timeout);
        }
    }

    private interface Probe {
        void run() throws Exception;
    }

    private record Connector(Probe probe, BooleanSupplier answers) implements ServiceConnector {
        Connector(Probe probe) {
            this(probe, () -> false);
        }

        @Override
        public boolean hasAnsweredSince(long nanos) {
            return answers.getAsBoolean();
        }

        @Override
        public String configuredAt() {
            return "here";
        }

        @Override
        public Duration firstTimeout() {
            return Duration.ofMillis(100);
        }

        @Override
        public Duration timeout() {
            return Duration.ofMinutes(10);
        }

        @Override
        public void probe(Duration timeout) throws Exception {
            probe.run();
        }
    }
}
