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
}
