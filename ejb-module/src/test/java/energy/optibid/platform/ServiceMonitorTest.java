package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServiceMonitorTest {
    private static final Duration TIMEOUT = Duration.ofMillis(50);
    private static final Duration STANDSTILL = Duration.ofSeconds(1);

    private final List<ServiceState> states = new ArrayList<>();
    private final MonitoredService service = new MonitoredService(
            ServiceName.REDIS,
            ServiceState.CONNECTING,
            "here",
            Clock.systemUTC(),
            (before, now) -> states.add(now.state()));
    private final CountDownLatch judged = new CountDownLatch(1);

    private ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private void start() {
        Connector connector = new Connector(judged);
        new ServiceMonitor(service, connector, executor, Duration.ofMinutes(1), TIMEOUT)
                .start()
                .join();
    }

    @Test
    void probeShouldHaveWhatAStandstillOfTheProcessTookFromIt() {
        executor = new Late(judged, STANDSTILL);

        start();

        assertThat(states).containsExactly(ServiceState.AVAILABLE);
    }

    @Test
    void probeShouldBeJudgedInTimeWhereNothingStoodStill() {
        executor = new Late(judged, Duration.ZERO);

        start();

        assertThat(states.get(0)).isEqualTo(ServiceState.UNAVAILABLE);
    }

    /** A thread pool whose first judge comes so much too late, and which tells when it was there. */
    private static final class Late extends ScheduledThreadPoolExecutor {
        private final AtomicInteger judges = new AtomicInteger();
        private final CountDownLatch judged;
        private final Duration standstill;

        Late(CountDownLatch judged, Duration standstill) {
            super(4);
            this.judged = judged;
            this.standstill = standstill;
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            if (unit != TimeUnit.MILLISECONDS || judges.getAndIncrement() > 0) {
                return super.schedule(command, delay, unit);
            }
            Runnable first = () -> {
                command.run();
                judged.countDown();
            };
            return super.schedule(first, delay + standstill.toMillis(), unit);
        }
    }

    /** Answers when the first judge has been there. */
    private record Connector(CountDownLatch judged) implements ServiceConnector {
        @Override
        public String configuredAt() {
            return "here";
        }

        @Override
        public Duration firstTimeout() {
            return TIMEOUT;
        }

        @Override
        public Duration timeout() {
            return TIMEOUT;
        }

        @Override
        public void probe(Duration timeout) throws InterruptedException {
            judged.await();
        }
    }
}
