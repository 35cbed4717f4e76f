package energy.optibid.analytics.internal;

import energy.optibid.analytics.ClickHouseNeededException;
import energy.optibid.analytics.internal.clickhouse.ClickHouseCopy;
import energy.optibid.platform.MonitoredService;
import energy.optibid.platform.ServiceState;
import energy.optibid.streaming.LoggedEvent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Keeps the copy of the prices in ClickHouse. It is filled from the prices themselves where it was never filled, or is
 * behind what was copied before, as after a loss of its data; from then on each import that the log tells of is added.
 * Everything may be added again, so after a failure it goes on from the last place that is certain. Not for use by two
 * threads at once, but for {@link #isCaughtUp}.
 */
public final class PriceCopy {
    private static final Logger LOG = System.getLogger(PriceCopy.class.getName());
    private static final int EVENTS_AT_ONCE = 100;
    private static final int ROWS_AT_ONCE = 50_000;
    private static final long NEVER = -1;

    private final MonitoredService service;
    private final ClickHouseCopy copy;
    private final CopyLog log;
    private final Reading database;
    private final Clock clock;

    /** The generation of the service in which the copy was found to be filled. */
    private volatile long filledIn = NEVER;

    public PriceCopy(MonitoredService service, ClickHouseCopy copy, CopyLog log, Reading database, Clock clock) {
        this.service = service;
        this.copy = copy;
        this.log = log;
        this.database = database;
        this.clock = clock;
    }

    /** Work on ClickHouse. */
    private interface Step {
        void run();
    }

    /** Whether every price that is committed is in the copy. */
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
        onClickHouse(copy::prepare);
        OptionalLong progress = service.route(copy::progress, () -> {
            throw gone();
        });
        if (progress.isEmpty() || progress.getAsLong() < log.bookmark()) {
            fill();
        }
    }

    /** What is imported meanwhile comes by the log again, from the place that it had before. */
    private void fill() {
        long position = log.lastPosition();
        List<PriceSeries> all = database.read(connection -> new StoredPrices(connection).series());
        LOG.log(Level.INFO, "ClickHouse has not all prices: the copy of {0} series is made anew", all.size());
        long rows = 0;
        for (PriceSeries series : all) {
            for (Year year : database.read(connection -> new StoredPrices(connection).years(series))) {
                List<StoredPrice> prices =
                        database.read(connection -> new StoredPrices(connection).ofYear(series, year));
                add(series, prices);
                rows += prices.size();
            }
        }
        log.moveBookmark(position);
        onClickHouse(() -> copy.progress(position, clock.instant()));
        LOG.log(Level.INFO, "ClickHouse has all {0} prices", rows);
    }

    private int take(List<LoggedEvent> events) {
        events.stream().filter(event -> event.type().equals("PricesImported")).forEach(this::takeImport);
        long position = events.get(events.size() - 1).position();
        onClickHouse(() -> copy.progress(position, clock.instant()));
        return events.size();
    }

    private void takeImport(LoggedEvent event) {
        try (JsonReader reader = Json.createReader(new StringReader(event.payloadJson()))) {
            JsonObject payload = reader.readObject();
            PriceSeries series = new PriceSeries(payload.getString("productCode"), payload.getString("zoneCode"));
            UUID importId = UUID.fromString(event.aggregateId());
            Instant from = Instant.parse(payload.getString("from"));
            Instant to = Instant.parse(payload.getString("to"));
            add(series, database.read(connection -> new StoredPrices(connection).ofImport(importId, series, from, to)));
        }
    }

    private void add(PriceSeries series, List<StoredPrice> prices) {
        for (int from = 0; from < prices.size(); from += ROWS_AT_ONCE) {
            List<StoredPrice> part = prices.subList(from, Math.min(prices.size(), from + ROWS_AT_ONCE));
            onClickHouse(() -> copy.add(series, part));
        }
    }

    /** The copy's counts and sums. */
    List<MonthSum> months() {
        return service.route(copy::months, () -> {
            throw gone();
        });
    }

    /** Copies a month anew, also where the copy has more than there is. */
    void repair(PriceSeries series, YearMonth month) {
        onClickHouse(() -> copy.remove(series, month));
        add(series, database.read(connection -> new StoredPrices(connection).ofMonth(series, month)));
    }

    /** Has the copy filled anew at the next {@link #follow}; until then it is not caught up. */
    public void forget() {
        filledIn = NEVER;
        onClickHouse(copy::forgetProgress);
    }

    private void onClickHouse(Step step) {
        boolean done = service.route(
                () -> {
                    step.run();
                    return true;
                },
                () -> false);
        if (!done) {
            throw gone();
        }
    }

    private ClickHouseNeededException gone() {
        return new ClickHouseNeededException(service.state());
    }
}
