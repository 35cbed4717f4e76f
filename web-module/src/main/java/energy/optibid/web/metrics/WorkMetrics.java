package energy.optibid.web.metrics;

import energy.optibid.bidding.BidCounts;
import energy.optibid.bidding.BidRunState;
import energy.optibid.bidding.BidState;
import energy.optibid.streaming.Backlog;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Queues, lags and bids of all organisations, as they were read last; every node tells the same of them. */
final class WorkMetrics implements MultiCollector {
    private static final double MILLIS = 1_000.0;

    private final WorkFigures figures;
    private final Clock clock;

    WorkMetrics(WorkFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public MetricSnapshots collect() {
        Gauges gauges = new Gauges();
        figures.backlogs().ifPresent(read -> {
            read.figures().forEach((consumer, backlog) -> backlog(gauges, consumer, backlog));
            gauges.addRead("outbox", read.at());
        });
        figures.counts().ifPresent(read -> {
            counts(gauges, read.figures());
            gauges.addRead("bids", read.at());
        });
        return gauges.snapshots();
    }

    private void backlog(Gauges gauges, String consumer, Backlog backlog) {
        gauges.add(
                "optibid_outbox_lag_events",
                "Committed events that a consumer has not taken yet",
                (double) backlog.events(),
                "consumer",
                consumer);
        gauges.add(
                "optibid_outbox_oldest_seconds",
                "How long the oldest of them has been waiting; 0 where none is",
                waiting(backlog.oldest()),
                "consumer",
                consumer);
    }

    private void counts(Gauges gauges, BidCounts counts) {
        for (BidState state : BidState.values()) {
            gauges.add(
                    "optibid_bids",
                    "Bids of all organisations, by state",
                    counts.bids().getOrDefault(state, 0L),
                    "state",
                    state.code());
        }
        for (BidRunState state : BidRunState.values()) {
            gauges.add(
                    "optibid_bid_runs",
                    "Bid runs of all organisations, by state; queued ones wait for a worker",
                    counts.runs().getOrDefault(state, 0L),
                    "state",
                    state.code());
        }
        gauges.add(
                "optibid_bid_run_queue_oldest_seconds",
                "How long the oldest queued bid run has been waiting for a worker; 0 where none is",
                waiting(counts.oldestQueued()));
    }

    private double waiting(Optional<Instant> since) {
        return since.map(instant -> Duration.between(instant, clock.instant()).toMillis() / MILLIS)
                .map(seconds -> Math.max(0, seconds))
                .orElse(0.0);
    }
}
