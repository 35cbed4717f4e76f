package energy.optibid.analytics.internal.clickhouse;

import energy.optibid.analytics.internal.CopyLog;
import energy.optibid.streaming.EventTaker;
import energy.optibid.streaming.LoggedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A log in memory, with the bookmark of one reader. */
final class ManualLog implements CopyLog {
    private final List<LoggedEvent> events = new ArrayList<>();
    private long bookmark;

    synchronized void imported(UUID importId, String zone, Instant from, Instant to) {
        append(
                "PricesImported",
                importId.toString(),
                "{\"productCode\":\"SDAC\",\"zoneCode\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
                        .formatted(zone, from, to));
    }

    synchronized void append(String type, String aggregateId, String payload) {
        events.add(new LoggedEvent(
                events.size() + 1,
                UUID.randomUUID(),
                Optional.empty(),
                type,
                "market-data-import",
                aggregateId,
                Instant.EPOCH,
                payload));
    }

    @Override
    public synchronized long lastPosition() {
        return events.size();
    }

    @Override
    public synchronized long bookmark() {
        return bookmark;
    }

    @Override
    public synchronized void moveBookmark(long position) {
        bookmark = position;
    }

    @Override
    public synchronized int deliver(int limit, EventTaker taker) {
        List<LoggedEvent> next = events.stream()
                .filter(event -> event.position() > bookmark)
                .limit(limit)
                .toList();
        if (next.isEmpty()) {
            return 0;
        }
        int taken = taker.take(next);
        bookmark = next.get(taken - 1).position();
        return taken;
    }

    @Override
    public synchronized long waiting() {
        return events.size() - bookmark;
    }
}
