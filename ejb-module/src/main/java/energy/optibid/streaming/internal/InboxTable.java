package energy.optibid.streaming.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hibernate.Session;

/** The table {@code applied_messages}. */
@ApplicationScoped
public class InboxTable {
    private static final int MOST_PURGED = 5_000;

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Clock clock;

    public boolean add(String consumer, String messageId) {
        return entityManager
                .unwrap(Session.class)
                .doReturningWork(connection -> add(connection, consumer, messageId, clock.instant()));
    }

    /** Adds a message to those that the consumer has applied; false where it is there already. */
    public static boolean add(Connection connection, String consumer, String messageId, Instant now)
            throws SQLException {
        String sql = "insert into applied_messages (consumer, message_id, applied_at) values (?, ?, ?)"
                + " on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, consumer);
            insert.setString(2, messageId);
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    /** Forgets some messages that were applied before an instant; whether there are more. */
    static boolean purge(Connection connection, Instant before) throws SQLException {
        String sql = "delete from applied_messages where (consumer, message_id) in (select consumer, message_id"
                + " from applied_messages where applied_at < ? order by applied_at limit " + MOST_PURGED + ")";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            return delete.executeUpdate() == MOST_PURGED;
        }
    }
}
