package energy.optibid.platform.internal;

import energy.optibid.liquibase.Changeset;
import energy.optibid.liquibase.DestructiveChangesetException;
import energy.optibid.liquibase.Schema;
import energy.optibid.platform.Environment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Waits for PostgreSQL, then migrates where development gives the owner's login, and refuses a schema that is behind and a
 * role that row-level security does not bind.
 */
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

    /**
     * @throws StartRefusedException when PostgreSQL is missing, its schema is behind, a pending changeset takes data away
     *     that nobody agreed to lose, or the application's role is one that row-level security does not bind
     */
    void run() {
        try {
            Optional<DataSource> owner = database.owner().filter(found -> environment.isDevelopment());
            if (owner.isPresent()) {
                migrate(owner.get());
            }
            try (Connection connection = connect(database.dataSource())) {
                SessionLimits.check(connection);
                requireOurSchema(connection);
            }
        } catch (SQLException e) {
            throw new StartRefusedException("The connection to PostgreSQL broke while the schema was read", e);
        }
    }

    private void migrate(DataSource owner) throws SQLException {
        try (Connection connection = connect(owner)) {
            Schema schema = new Schema(connection);
            List<Changeset> applied = update(schema);
            LOG.log(Level.INFO, "Schema: {0} changesets applied, up to date", applied.size());
            try (Connection application = connect(database.dataSource())) {
                ApplicationRole role = ApplicationRole.of(application);
                if (!role.admitted() && !role.superuser()) {
                    schema.admit(role.name());
                }
            }
        }
    }

    private List<Changeset> update(Schema schema) {
        try {
            return schema.updateUnlessDestructive(database.allowedDestructiveChangesets());
        } catch (DestructiveChangesetException e) {
            throw new StartRefusedException("%s. Where what is in %s is not needed, allow them with %s=%s"
                    .formatted(
                            e.getMessage(),
                            database.configuredAt(),
                            DatabaseSettings.DESTRUCTIVE_KEY,
                            String.join(",", e.ids())));
        }
    }

    private void requireOurSchema(Connection connection) throws SQLException {
        ApplicationRole role = ApplicationRole.of(connection);
        if (role.readsHistory()) {
            requireUpToDate(new Schema(connection).pending());
        }
        role.fault().ifPresent(fault -> {
            throw new StartRefusedException(
                    ("The application connects to %s as %s, which %s. Let it connect as a login of"
                                    + " its own that owns nothing, in optibid.database.user, and admit that login with:"
                                    + " java -jar optibid-liquibase-cli.jar admit <login> --url %s --user <owner of the schema>")
                            .formatted(database.configuredAt(), role.name(), fault, url()));
        });
    }

    private void requireUpToDate(List<Changeset> pending) {
        if (!pending.isEmpty()) {
            throw new StartRefusedException(("The schema of %s is behind by %d: %s. Apply them with:"
                            + " java -jar optibid-liquibase-cli.jar update --url %s --user <owner of the schema>")
                    .formatted(
                            database.configuredAt(),
                            pending.size(),
                            pending.stream().map(Changeset::id).collect(Collectors.joining(", ")),
                            url()));
        }
        LOG.info("Schema: up to date");
    }

    private String url() {
        return database.configuredAt().startsWith("jdbc:") ? database.configuredAt() : "<jdbc url>";
    }

    private Connection connect(DataSource dataSource) {
        Instant deadline = clock.instant().plus(database.startTimeout());
        while (true) {
            try {
                return dataSource.getConnection();
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
