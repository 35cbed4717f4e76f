package energy.optibid.platform.internal;

import energy.optibid.liquibase.Changeset;
import energy.optibid.liquibase.Schema;
import energy.optibid.platform.Environment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Waits for PostgreSQL, then migrates in development and refuses a schema that is behind in production. */
final class SchemaStart {
    private static final Logger LOG = Logger.getLogger(SchemaStart.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Wrong password and missing database: waiting does not mend them (SQL states 28xxx and 3D000). */
    private static final List<String> HOPELESS = List.of("28", "3D");

    private final Database database;
    private final Environment environment;
    private final Clock clock;
    private final Pause pause;

    /** Lets time pass between two attempts. */
    interface Pause {
        void take(Duration length);
    }

    SchemaStart(Database database, Environment environment, Clock clock, Pause pause) {
        this.database = database;
        this.environment = environment;
        this.clock = clock;
        this.pause = pause;
    }

    /** @throws StartRefusedException when PostgreSQL is missing or its schema is behind */
    void run() {
        try (Connection connection = connect()) {
            SessionLimits.check(connection);
            Schema schema = new Schema(connection);
            if (environment.isDevelopment()) {
                List<Changeset> applied = schema.update();
                LOG.log(Level.INFO, "Schema: {0} changesets applied, up to date", applied.size());
            } else {
                requireUpToDate(schema.pending());
            }
        } catch (SQLException e) {
            throw new StartRefusedException("The connection to PostgreSQL broke while the schema was read", e);
        }
    }

    private void requireUpToDate(List<Changeset> pending) {
        if (!pending.isEmpty()) {
            throw new StartRefusedException(("The schema of %s is behind by %d: %s. Apply them with:"
                            + " java -jar optibid-liquibase-cli.jar update --url %s --user <owner of the schema>")
                    .formatted(
                            database.configuredAt(),
                            pending.size(),
                            pending.stream().map(Changeset::id).collect(Collectors.joining(", ")),
                            database.configuredAt().startsWith("jdbc:") ? database.configuredAt() : "<jdbc url>"));
        }
        LOG.info("Schema: up to date");
    }

    private Connection connect() {
        Instant deadline = clock.instant().plus(database.startTimeout());
        while (true) {
            try {
                return database.dataSource().getConnection();
            } catch (SQLException e) {
                if (isHopeless(e) || !clock.instant().isBefore(deadline)) {
                    throw new StartRefusedException("PostgreSQL cannot be reached at " + database.configuredAt(), e);
                }
                LOG.log(Level.WARNING, "PostgreSQL: not there yet at {0}; waiting until {1}", new Object[] {
                    database.configuredAt(), deadline
                });
                pause.take(PAUSE);
            }
        }
    }

    private static boolean isHopeless(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && HOPELESS.stream().anyMatch(sql.getSQLState()::startsWith)) {
                return true;
            }
        }
        return false;
    }
}
