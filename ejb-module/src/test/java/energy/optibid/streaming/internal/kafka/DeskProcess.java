package energy.optibid.streaming.internal.kafka;

import energy.optibid.platform.Ids;
import energy.optibid.platform.KafkaSettings;
import energy.optibid.streaming.EventTaker;
import energy.optibid.streaming.MessageFeed;
import energy.optibid.streaming.internal.EventRelay;
import energy.optibid.streaming.internal.InboxTable;
import energy.optibid.streaming.internal.LogReading;
import energy.optibid.streaming.internal.LogTable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What the application does with events, in a process that can be killed: it commits changes with their events, brings them
 * to a topic, and applies what it reads there with its inbox. Ends only when it is killed.
 */
final class DeskProcess {
    private final String url;
    private final KafkaSettings settings;
    private final UUID organisation;
    private final ThreadLocal<Connection> connections = ThreadLocal.withInitial(this::connect);

    private DeskProcess(String url, KafkaSettings settings, UUID organisation) {
        this.url = url;
        this.settings = settings;
        this.organisation = organisation;
    }

    /** @param arguments address of the database, of the broker, prefix of the topics, organisation, whether to append */
    public static void main(String[] arguments) {
        DeskProcess desk = new DeskProcess(
                arguments[0], KafkaBroker.settings(arguments[1], arguments[2], "PT20S"), UUID.fromString(arguments[3]));
        if (Boolean.parseBoolean(arguments[4])) {
            forEver(desk.appender());
        }
        forEver(new EventRelay(desk::deliver, "kafka", new KafkaEventBus(desk.settings)));
        forEver(new KafkaFeedReader(desk.settings, desk.feed(), () -> true)::run);
    }

    private static void forEver(Runnable work) {
        new Thread(() -> {
                    while (true) {
                        work.run();
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
                    }
                })
                .start();
    }

    private Runnable appender() {
        Random random = new Random();
        return () -> inTransaction(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("select set_config('optibid.organisation', ?, true)")) {
                insert.setString(1, organisation.toString());
                insert.execute();
            }
            String sql =
                    "insert into outbox_events (id, organisation_id, type, aggregate_type, aggregate_id, occurred_at,"
                            + " payload) values (?, ?, 'BidRunQueued', 'bid-run', ?, now(), '{}')";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, Ids.next());
                insert.setObject(2, organisation);
                insert.setString(3, "run-" + random.nextInt(4));
                return insert.executeUpdate();
            }
        });
    }

    private int deliver(String consumer, int limit, EventTaker taker) {
        inTransaction(connection -> (int) new LogTable(connection).place());
        return inTransaction(connection -> LogReading.deliver(connection, Instant.now(), consumer, limit, taker));
    }

    private MessageFeed feed() {
        return new MessageFeed() {
            @Override
            public String topic() {
                return "bids";
            }

            @Override
            public void take(String message) {
                var unused = inTransaction(connection -> apply(connection, message));
            }
        };
    }

    /** The effect, which nothing but the inbox keeps from happening twice. */
    private static int apply(Connection connection, String message) throws SQLException {
        String id = message.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        String subject = message.replaceFirst("(?s).*?\"subject\":\"([^\"]+)\".*", "$1");
        if (!InboxTable.add(connection, "test", id, Instant.now())) {
            return 0;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into effects (event_id, subject) values (?::uuid, ?)")) {
            insert.setString(1, id);
            insert.setString(2, subject);
            return insert.executeUpdate();
        }
    }

    private interface Work {
        int on(Connection connection) throws SQLException;
    }

    private int inTransaction(Work work) {
        Connection connection = connections.get();
        try {
            int result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() {
        try {
            Connection connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
