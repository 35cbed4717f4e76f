package energy.optibid.streaming.internal;

import energy.optibid.streaming.NodeFanOut;
import energy.optibid.streaming.NodeName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Announces by NOTIFY, and listens on a connection of its own, since a pool's may be lent to somebody else. A connection
 * that is lost is made anew; meanwhile the node looks by itself.
 */
public final class PostgresNodeFanOut implements NodeFanOut {
    static final String CHANNEL = "optibid_log";

    private static final Logger LOG = System.getLogger(PostgresNodeFanOut.class.getName());
    private static final int WAIT_MILLIS = 1_000;
    private static final int VALID_SECONDS = 2;
    private static final int WAITS_BETWEEN_CHECKS = 30;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final NodeName node;
    private final Consumer<String> notifier;
    private final Optional<DataSource> listening;
    private volatile @Nullable Thread listener;
    private volatile boolean closed;

    /**
     * @param notifier sends a NOTIFY on {@link #CHANNEL} with that payload, and commits
     * @param listening where a connection is opened that is kept; absent where this node may keep none
     */
    public PostgresNodeFanOut(NodeName node, Consumer<String> notifier, Optional<DataSource> listening) {
        this.node = node;
        this.notifier = notifier;
        this.listening = listening;
    }

    @Override
    public void announce() {
        try {
            notifier.accept(node.value());
        } catch (RuntimeException e) {
            // The other nodes look by themselves; a lost database is told by its probe.
            LOG.log(Level.DEBUG, "Other nodes were not told that the log has grown", e);
        }
    }

    @Override
    public void listen(ThreadFactory threads, Runnable heard) {
        listening.ifPresent(source -> {
            Thread thread = threads.newThread(() -> listenUntilClosed(source, heard));
            thread.setName("optibid-log-listener");
            listener = thread;
            thread.start();
        });
    }

    private void listenUntilClosed(DataSource source, Runnable heard) {
        while (!closed) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
                heard.run();
                hear(connection, heard);
            } catch (SQLException | RuntimeException e) {
                LOG.log(Level.DEBUG, "Not listening to the other nodes; tried again", e);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** A connection whose other end is gone without a word brings no error by itself: it is looked at now and then. */
    private void hear(Connection connection, Runnable heard) throws SQLException {
        PGConnection notified = connection.unwrap(PGConnection.class);
        for (int waits = 1; !closed; waits++) {
            PGNotification[] notifications = notified.getNotifications(WAIT_MILLIS);
            if (isOfAnother(notifications)) {
                heard.run();
            }
            if (waits % WAITS_BETWEEN_CHECKS == 0 && !connection.isValid(VALID_SECONDS)) {
                throw new SQLException("the connection is dead");
            }
        }
    }

    private boolean isOfAnother(PGNotification @Nullable [] notifications) {
        if (notifications != null) {
            for (PGNotification notification : notifications) {
                if (!notification.getParameter().equals(node.value())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() {
        closed = true;
        Thread thread = listener;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}
