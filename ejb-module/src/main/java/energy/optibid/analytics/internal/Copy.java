package energy.optibid.analytics.internal;

import energy.optibid.analytics.ClickHouseNeededException;
import energy.optibid.analytics.internal.clickhouse.ClickHouseCopy;
import energy.optibid.analytics.internal.clickhouse.ClickHouseDesk;
import energy.optibid.platform.MonitoredService;
import energy.optibid.platform.ServiceState;
import energy.optibid.streaming.LoggedEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;

/**
 * Keeps the copy in ClickHouse. It is filled from PostgreSQL where it was never filled, or is behind what was copied
 * before, as after a loss of its data; from then on what the log tells of is added. Everything may be added again, so
 * after a failure it goes on from the last place that is certain. Not for use by two threads at once, but for
 * {@link #isCaughtUp}.
 */
public final class Copy {
    private static final Logger LOG = System.getLogger(Copy.class.getName());
    private static final int EVENTS_AT_ONCE = 100;
    private static final long NEVER = -1;

    private final MonitoredService service;
    private final ClickHouseCalls calls;
    private final ClickHouseCopy copy;
    private final ClickHouseDesk desk;
    private final CopyLog log;
    private final List<CopyPart> parts;
    private final Clock clock;

    /** The generation of the service in which the copy was found to be filled. */
    private volatile long filledIn = NEVER;

    public Copy(
            MonitoredService service,
            ClickHouseCopy copy,
            ClickHouseDesk desk,
            CopyLog log,
            OrganisationReading database,
            Clock clock) {
        this.service = service;
        this.calls = new ClickHouseCalls(service);
        this.copy = copy;
        this.desk = desk;
        this.log = log;
        this.parts = List.of(new CopiedPrices(calls, copy, database), new CopiedDesk(calls, desk, database));
        this.clock = clock;
    }

    /** Whether everything that is committed is in the copy. */
    public boolean isCaughtUp() {
        return service.state() == ServiceState.AVAILABLE && filledIn == service.generation() && log.waiting() == 0;
    }

    /**
     * Brings the copy up to date, as far as ClickHouse answers.
     *
     * @throws ClickHouseNeededException where it does not
     */
    public void follow() {
        long generation = service.generation();
        if (filledIn != generation) {
            fillWhereNeeded();
            filledIn = generation;
        }
        int taken = EVENTS_AT_ONCE;
        while (taken > 0) {
            taken = log.deliver(EVENTS_AT_ONCE, this::take);
        }
    }

    private void fillWhereNeeded() {
        calls.run(copy::prepare);
        calls.run(desk::prepare);
        OptionalLong progress = calls.call(copy::progress);
        if (progress.isEmpty() || progress.getAsLong() < log.bookmark()) {
            fill();
        }
    }

    /** What is committed meanwhile comes by the log again, from the place that it had before. */
    private void fill() {
        long position = log.lastPosition();
        LOG.log(Level.INFO, "ClickHouse has not everything: the copy is made anew");
        long rows = parts.stream().mapToLong(part -> part.fill(position)).sum();
        log.moveBookmark(position);
        calls.run(() -> copy.progress(position, clock.instant()));
        LOG.log(Level.INFO, "ClickHouse has everything: {0} rows", rows);
    }

    private int take(List<LoggedEvent> events) {
        parts.forEach(part -> part.take(events));
        long position = events.get(events.size() - 1).position();
        calls.run(() -> copy.progress(position, clock.instant()));
        return events.size();
    }

    /** Counts and sums in PostgreSQL. */
    List<MonthSum> stored() {
        return parts.stream().flatMap(part -> part.stored().stream()).toList();
    }

    /** The copy's counts and sums. */
    List<MonthSum> copied() {
        return parts.stream().flatMap(part -> part.copied().stream()).toList();
    }

    /** Copies a month anew, also where the copy has more than there is. */
    void repair(CopiedMonth place) {
        long position = log.lastPosition();
        parts.forEach(part -> part.repair(place, position));
    }

    /** Has the copy filled anew at the next {@link #follow}; until then it is not caught up. */
    public void forget() {
        filledIn = NEVER;
        calls.run(copy::forgetProgress);
    }
}
