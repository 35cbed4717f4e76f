package energy.optibid.platform;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Probes one service again and again in the background, so that it can go and come back without a restart. A probe that
 * takes longer than it may counts as failed then, also when it never returns, unless others were answered meanwhile.
 */
final class ServiceMonitor {
    /** So many times shorter than the interval at the most, whatever a probe takes. */
    private static final int LEAST_PAUSE = 8;
    /** A judge that comes later than this says that the process stood still, and with it whoever waits for the answer. */
    private static final Duration LATE = Duration.ofMillis(250);

    private final MonitoredService service;
    private final ServiceConnector connector;
    private final ScheduledExecutorService executor;
    private final Duration interval;
    private final Duration timeout;
    private final CompletableFuture<MonitoredService> firstOutcome = new CompletableFuture<>();
    private volatile boolean stopped;

    /**
     * A monitor that has not begun yet.
     *
     * @param interval between the beginnings of two probes, where the connector has no pause of its own
     * @param mostForAProbe of one that is available, where the connector's own time-out is not shorter
     */
    ServiceMonitor(
            MonitoredService service,
            ServiceConnector connector,
            ScheduledExecutorService executor,
            Duration interval,
            Duration mostForAProbe) {
        this.service = service;
        this.connector = connector;
        this.executor = executor;
        this.interval = connector.pause().orElse(interval);
        boolean hurried = connector.pause().isEmpty() && mostForAProbe.compareTo(connector.timeout()) < 0;
        this.timeout = hurried ? mostForAProbe : connector.timeout();
    }

    /** Begins and returns at once; the result is there when the first attempt succeeded, failed or took too long. */
    CompletableFuture<MonitoredService> start() {
        executor.execute(() -> attempt(connector.firstTimeout()));
        return firstOutcome;
    }

    void stop() {
        stopped = true;
    }

    private void attempt(Duration timeout) {
        long generation = service.generation();
        AtomicBoolean ended = new AtomicBoolean();
        long start = System.nanoTime();
        judgeLater(() -> judge(ended, generation, timeout, start), timeout);
        try {
            connector.probe(timeout);
            if (ended.compareAndSet(false, true)) {
                service.answered(generation, Duration.ofNanos(System.nanoTime() - start));
                firstOutcome.complete(service);
            }
        } catch (Exception e) {
            failed(ended, generation, ServiceFailure.describe(e));
        } finally {
            again(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void judgeLater(Runnable judge, Duration later) {
        var unused = executor.schedule(judge, later.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A probe has no answer yet: it has what a standstill of this process took from it, once, and is judged then. */
    private void judge(AtomicBoolean ended, long generation, Duration timeout, long since) {
        Duration late = Duration.ofNanos(System.nanoTime() - since).minus(timeout);
        if (late.compareTo(LATE) > 0) {
            Duration more = late.compareTo(timeout) < 0 ? late : timeout;
            judgeLater(() -> judgeNow(ended, generation, timeout, since), more);
        } else {
            judgeNow(ended, generation, timeout, since);
        }
    }

    /** A probe without an answer failed, or it waits where others are served, and is looked at again. */
    private void judgeNow(AtomicBoolean ended, long generation, Duration timeout, long since) {
        long now = System.nanoTime();
        if (ended.get()) {
            return;
        }
        if (connector.hasAnsweredSince(since)) {
            service.answered(generation, timeout);
            judgeLater(() -> judge(ended, generation, timeout, now), timeout);
        } else {
            failed(ended, generation, ServiceFailure.noAnswer(timeout));
        }
    }

    private void failed(AtomicBoolean ended, long generation, String error) {
        if (ended.compareAndSet(false, true)) {
            service.failed(generation, error);
            firstOutcome.complete(service);
        }
    }

    /**
     * One that is away has as long as at the start: nothing waits for it, and one that has just come, on a busy machine, answers
     * late.
     */
    private Duration patience() {
        Duration first = connector.firstTimeout();
        return service.state() == ServiceState.AVAILABLE || first.compareTo(timeout) < 0 ? timeout : first;
    }

    /** A probe that took its time has used up the interval: a service that has come meanwhile is not to wait for another. */
    private void again(Duration taken) {
        if (!stopped) {
            Duration pause = interval.minus(taken);
            Duration least = interval.dividedBy(LEAST_PAUSE);
            var unused = executor.schedule(
                    () -> attempt(patience()),
                    (pause.compareTo(least) > 0 ? pause : least).toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }
}
