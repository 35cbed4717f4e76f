package energy.optibid.streaming.internal;

import energy.optibid.streaming.Backlog;
import energy.optibid.streaming.EventLog;
import energy.optibid.streaming.LoggedEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/** The log and its readers' bookmarks, on a borrowed connection that is in a transaction; commits nothing. */
public final class LogTable {
    /** More would keep locks for longer than a reader wants to wait. */
    private static final int MOST_AT_ONCE = 5_000;

    private static final Duration SEEN_AGAIN = Duration.ofHours(1);

    private final Connection connection;

    public LogTable(Connection connection) {
        this.connection = connection;
    }

    /** Gives committed events their places; how many. In a short transaction of its own, because others wait for its end. */
    public long place() throws SQLException {
        return number("select optibid_place_events(" + MOST_AT_ONCE + ")");
    }

    /** Wakes who listens, at the commit. */
    void announce(String node) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select pg_notify(?, ?)")) {
            select.setString(1, PostgresNodeFanOut.CHANNEL);
            select.setString(2, node);
            select.execute();
        }
    }

    public long lastPosition() throws SQLException {
        return number("select optibid_last_event_position()");
    }

    public List<LoggedEvent> after(long position, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select * from optibid_events_after(?, ?)")) {
            select.setLong(1, position);
            select.setInt(2, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<LoggedEvent> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(event(rows));
                }
                return events;
            }
        }
    }

    /** Where the consumer stands, locked until the end of the transaction; empty while another transaction has it. */
    public OptionalLong claim(String consumer, Instant now) throws SQLException {
        String sql = "select position, seen_at from event_bookmarks where consumer = ? for update skip locked";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, consumer);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return begin(consumer, now) ? OptionalLong.of(0) : OptionalLong.empty();
                }
                if (instant(row, 2).isBefore(now.minus(SEEN_AGAIN))) {
                    move(consumer, row.getLong(1), now);
                }
                return OptionalLong.of(row.getLong(1));
            }
        }
    }

    private boolean begin(String consumer, Instant now) throws SQLException {
        String sql =
                "insert into event_bookmarks (consumer, position, seen_at) values (?, 0, ?) on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, consumer);
            insert.setObject(2, utc(now));
            return insert.executeUpdate() == 1;
        }
    }

    public void move(String consumer, long position, Instant now) throws SQLException {
        String sql = "insert into event_bookmarks (consumer, position, seen_at) values (?, ?, ?)"
                + " on conflict (consumer) do update set position = excluded.position, seen_at = excluded.seen_at";
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, consumer);
            upsert.setLong(2, position);
            upsert.setObject(3, utc(now));
            upsert.executeUpdate();
        }
    }

    public long bookmark(String consumer) throws SQLException {
        String sql = "select position from event_bookmarks where consumer = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, consumer);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    public Backlog backlog(String consumer) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select * from optibid_events_waiting(?)")) {
            select.setLong(1, bookmark(consumer));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return backlog(row, 1);
            }
        }
    }

    /** As {@link energy.optibid.streaming.EventLog#backlogs} says; who has not looked for hours is not waited for. */
    public Map<String, Backlog> backlogs(Instant now) throws SQLException {
        String sql =
                "select b.consumer, w.events, w.oldest from event_bookmarks b, optibid_events_waiting(b.position) w"
                        + " where b.seen_at >= ? union all select '" + EventLog.PLACING + "', w.events, w.oldest"
                        + " from optibid_events_waiting(" + Long.MAX_VALUE + ") w";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, utc(now.minus(SEEN_AGAIN.multipliedBy(2))));
            try (ResultSet rows = select.executeQuery()) {
                Map<String, Backlog> backlogs = new TreeMap<>();
                while (rows.next()) {
                    backlogs.put(rows.getString(1), backlog(rows, 2));
                }
                return backlogs;
            }
        }
    }

    private static Backlog backlog(ResultSet row, int column) throws SQLException {
        return new Backlog(
                row.getLong(column),
                Optional.ofNullable(row.getObject(column + 1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    /** Deletes some events from before an instant that everybody who has looked since has read; whether more are left. */
    boolean purge(Instant before) throws SQLException {
        String sql = "select optibid_purge_events((select coalesce(min(position), " + Long.MAX_VALUE
                + ") from event_bookmarks where seen_at >= ?), ?, " + MOST_AT_ONCE + ")";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, utc(before));
            select.setObject(2, utc(before));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) == MOST_AT_ONCE;
            }
        }
    }

    private static LoggedEvent event(ResultSet row) throws SQLException {
        return new LoggedEvent(
                row.getLong(1),
                row.getObject(2, UUID.class),
                Optional.ofNullable(row.getObject(3, UUID.class)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                instant(row, 7),
                row.getString(8));
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
