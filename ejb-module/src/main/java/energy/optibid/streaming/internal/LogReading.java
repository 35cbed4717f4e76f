package energy.optibid.streaming.internal;

import energy.optibid.streaming.Backlog;
import energy.optibid.streaming.EventTaker;
import energy.optibid.streaming.LoggedEvent;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.hibernate.Session;

/** Reads the log in transactions of its own, one for each call unless it says otherwise. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LogReading {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Clock clock;

    private interface Work<T> {
        T on(LogTable table) throws SQLException;
    }

    public long place() {
        return with(LogTable::place);
    }

    /** Tells the listeners of all nodes that the log has grown, with who says so. */
    public void announce(String node) {
        with(table -> {
            table.announce(node);
            return node;
        });
    }

    public long lastPosition() {
        return with(LogTable::lastPosition);
    }

    public List<LoggedEvent> after(long position, int limit) {
        return with(table -> table.after(position, limit));
    }

    public long bookmark(String consumer) {
        return with(table -> table.bookmark(consumer));
    }

    public void moveBookmark(String consumer, long position) {
        with(table -> {
            table.move(consumer, position, clock.instant());
            return position;
        });
    }

    /** In the caller's transaction, where there is one: see {@link energy.optibid.streaming.EventLog#backlog}. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Backlog backlog(String consumer) {
        return with(table -> table.backlog(consumer));
    }

    public Map<String, Backlog> backlogs() {
        return with(table -> table.backlogs(clock.instant()));
    }

    public int deliver(String consumer, int limit, EventTaker taker) {
        return entityManager
                .unwrap(Session.class)
                .doReturningWork(connection -> deliver(connection, clock.instant(), consumer, limit, taker));
    }

    /** As {@link energy.optibid.streaming.EventLog#deliver} says, in the connection's transaction. */
    public static int deliver(Connection connection, Instant now, String consumer, int limit, EventTaker taker)
            throws SQLException {
        LogTable table = new LogTable(connection);
        OptionalLong place = table.claim(consumer, now);
        List<LoggedEvent> events = place.isPresent() ? table.after(place.getAsLong(), limit) : List.of();
        int taken = events.isEmpty() ? 0 : taker.take(events);
        if (taken > 0) {
            table.move(consumer, events.get(taken - 1).position(), now);
        }
        return taken;
    }

    /** Deletes some events that are older than that and not waited for; whether more are. */
    public boolean purgeEvents(Duration retention) {
        Instant before = clock.instant().minus(retention);
        return with(table -> table.purge(before));
    }

    /** Forgets some messages that were applied longer ago than that; whether there are more. */
    public boolean purgeMessages(Duration retention) {
        Instant before = clock.instant().minus(retention);
        return entityManager.unwrap(Session.class).doReturningWork(connection -> InboxTable.purge(connection, before));
    }

    private <T> T with(Work<T> work) {
        return entityManager.unwrap(Session.class).doReturningWork(connection -> work.on(new LogTable(connection)));
    }
}
