package energy.optibid.liquibase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Runs Liquibase on a borrowed connection: quiet, with the changelogs of this jar, reporting to nobody. */
final class LiquibaseSession {
    private static final Logger LOG = Logger.getLogger(LiquibaseSession.class.getName());
    private static final String MASTER = "db/changelog/master.xml";

    /** Any number that no other user of advisory locks in this database takes: "optibid" in ASCII. */
    private static final long MIGRATION_LOCK = 0x6f707469626964L;

    /** Held, because a logger without a strong reference forgets its level. */
    private static final Logger LIQUIBASE_LOG = Logger.getLogger("liquibase");

    private final Connection connection;

    LiquibaseSession(Connection connection) {
        this.connection = connection;
        if (LIQUIBASE_LOG.getLevel() == null) {
            LIQUIBASE_LOG.setLevel(Level.SEVERE);
        }
    }

    interface Work<T> {
        T with(Liquibase liquibase) throws Exception;
    }

    <T> T reading(String failure, Work<T> work) {
        try {
            boolean autoCommit = connection.getAutoCommit();
            try {
                return Scope.child(scope(), () -> work.with(liquibase()));
            } finally {
                endTransaction(autoCommit);
            }
        } catch (SchemaException e) {
            throw e;
        } catch (Exception e) {
            throw new SchemaException(failure, e);
        }
    }

    /**
     * As {@link #reading}, but one process at a time. Whoever holds our advisory lock is the only one who migrates, so
     * a lock row of Liquibase that is still set then was left behind by a process that died.
     */
    <T> T writing(String failure, Work<T> work) {
        return reading(failure, liquibase -> {
            takeLock();
            try {
                // What Liquibase writes down of the time has no zone.
                execute("set time zone 'UTC'");
                liquibase.forceReleaseLocks();
                return work.with(liquibase);
            } finally {
                if (!connection.isClosed()) {
                    connection.rollback();
                    execute("reset time zone");
                    execute("select pg_advisory_unlock(" + MIGRATION_LOCK + ")");
                    connection.commit();
                }
            }
        });
    }

    private void takeLock() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet free = statement.executeQuery("select pg_try_advisory_lock(" + MIGRATION_LOCK + ")")) {
            free.next();
            if (free.getBoolean(1)) {
                return;
            }
        }
        LOG.info("Schema: another process migrates; waiting for it to end");
        execute("select pg_advisory_lock(" + MIGRATION_LOCK + ")");
    }

    private Liquibase liquibase() throws Exception {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        Liquibase liquibase = new Liquibase(MASTER, Scope.getCurrentScope().getResourceAccessor(), database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        return liquibase;
    }

    private static Map<String, Object> scope() {
        ClassLoader loader = Schema.class.getClassLoader();
        return Map.of(
                Scope.Attr.classLoader.name(),
                loader,
                Scope.Attr.resourceAccessor.name(),
                new ClassLoaderResourceAccessor(loader),
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                "liquibase.analytics.enabled",
                false);
    }

    private void endTransaction(boolean autoCommit) throws SQLException {
        if (!connection.isClosed()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            connection.setAutoCommit(autoCommit);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
