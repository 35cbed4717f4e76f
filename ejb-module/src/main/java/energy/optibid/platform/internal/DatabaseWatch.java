package energy.optibid.platform.internal;

import energy.optibid.liquibase.Schema;
import energy.optibid.platform.DatabaseFigures;
import energy.optibid.platform.DatabaseFigures.Connections;
import energy.optibid.platform.DatabaseFigures.Migrations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Looks at PostgreSQL in the background, so that whoever wants its figures never waits for it. */
final class DatabaseWatch {
    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private static final String CONNECTIONS = """
            select count(*) filter (where state = 'active'),
                   count(*) filter (where state = 'idle'),
                   count(*) filter (where state like 'idle in transaction%'),
                   current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
              from pg_stat_activity where usename = current_user""";

    /** Liquibase writes local time without a zone: that of the process that migrated, which is why it is only shown. */
    private static final String HISTORY = """
            select count(*), max(dateexecuted),
                   (select id from databasechangelog order by orderexecuted desc limit 1)
              from databasechangelog""";

    private final DataSource dataSource;
    private final Clock clock;
    private volatile @Nullable DatabaseFigures latest;
    private volatile boolean stopped;

    DatabaseWatch(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Absent until it was looked at for the first time. */
    Optional<DatabaseFigures> latest() {
        return Optional.ofNullable(latest);
    }

    /** Looks now and again and again, until it is stopped. */
    void start(ScheduledExecutorService executor) {
        if (!stopped) {
            executor.execute(() -> {
                look();
                var unused = executor.schedule(() -> start(executor), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            });
        }
    }

    void stop() {
        stopped = true;
    }

    /** A database that does not answer is told of by its probe: here the figures only grow old. */
    void look() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            Migrations migrations = migrations(connection, statement);
            latest = new DatabaseFigures(clock.instant(), migrations, connections(statement));
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.FINE, "The figures of PostgreSQL were not read", e);
        }
    }

    private Migrations migrations(Connection connection, Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(HISTORY)) {
            row.next();
            int applied = row.getInt(1);
            Optional<Instant> lastAppliedAt =
                    Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant);
            Optional<String> current = Optional.ofNullable(row.getString(3));
            Optional<Migrations> before = latest().map(DatabaseFigures::migrations)
                    .filter(known ->
                            known.applied() == applied && known.current().equals(current));
            // Reading the changelogs takes as long as a hundred of these queries: only where something has changed.
            int pending = before.map(Migrations::pending)
                    .orElseGet(() -> new Schema(connection).pending().size());
            return new Migrations(current, lastAppliedAt, applied, pending);
        }
    }

    private static Connections connections(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(CONNECTIONS)) {
            row.next();
            return new Connections(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
        }
    }
}
