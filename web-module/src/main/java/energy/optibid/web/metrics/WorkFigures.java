package energy.optibid.web.metrics;

import energy.optibid.bidding.BidCensus;
import energy.optibid.bidding.BidCounts;
import energy.optibid.streaming.Backlog;
import energy.optibid.streaming.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the work of all organisations looked like when it was looked at last; whoever asks never waits for PostgreSQL. */
@ApplicationScoped
public class WorkFigures {

    @Inject
    EventLog log;

    @Inject
    BidCensus census;

    @Inject
    Clock clock;

    private volatile @Nullable Read<Map<String, Backlog>> backlogs;
    private volatile @Nullable Read<BidCounts> counts;

    /** What each reader of the log of events has before it; absent until it was read. */
    Optional<Read<Map<String, Backlog>>> backlogs() {
        return Optional.ofNullable(backlogs);
    }

    /** Bids and runs by state; absent until they were counted. */
    Optional<Read<BidCounts>> counts() {
        return Optional.ofNullable(counts);
    }

    void readBacklogs() {
        backlogs = new Read<>(log.backlogs(), clock.instant());
    }

    void count() {
        counts = new Read<>(census.count(), clock.instant());
    }
}
