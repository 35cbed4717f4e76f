package energy.optibid.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.platform.Capabilities;
import energy.optibid.platform.Release;
import energy.optibid.platform.ServiceConnector;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.ServiceState;
import energy.optibid.platform.Services;
import energy.optibid.platform.Settings;
import energy.optibid.platform.SystemStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OptionalStartTest {
    private static final Map<String, String> VALUES = Map.of("ENABLE_REDIS", "true");

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(4);
    private final Semaphore probes = new Semaphore(0);
    private final Capabilities capabilities =
            new Capabilities(new Settings(key -> Optional.ofNullable(VALUES.get(key))));
    private final Services services = new Services(
            capabilities, any -> new Probed(), executor, Clock.systemUTC(), Duration.ofHours(1), Duration.ofHours(1));

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void servicesShouldBeAttemptedOnceHoweverOftenTheServerIsFoundReady() throws InterruptedException {
        OptionalStart start = start();
        assertThat(services.of(ServiceName.REDIS).state()).isEqualTo(ServiceState.CONNECTING);

        start.begin();
        start.begin();

        assertThat(probes.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.shutdown();
        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(probes.availablePermits()).isZero();
    }

    @Test
    void servicesShouldBeAttemptedWhereNobodyAsksWhetherTheServerIsReady() {
        OptionalStart start = start();

        start.beginSoon();

        assertThat(executor.getQueue())
                .singleElement()
                .satisfies(task ->
                        assertThat(((Delayed) task).getDelay(TimeUnit.SECONDS)).isBetween(1L, 15L));
    }

    private OptionalStart start() {
        SystemStatus status = new SystemStatus(
                services, capabilities, new Release("test", "unknown"), Clock.systemUTC(), Optional::empty);
        return new OptionalStart(services, status, capabilities, executor);
    }

    /** Answers, and lets it be counted. */
    private final class Probed implements ServiceConnector {
        @Override
        public String configuredAt() {
            return "here";
        }

        @Override
        public Duration firstTimeout() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration timeout() {
            return Duration.ofHours(1);
        }

        @Override
        public void probe(Duration timeout) {
            probes.release();
        }
    }
}
