package energy.optibid.liquibase;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL, whose schema an owner who is no superuser migrates. */
final class TestPostgres implements AutoCloseable {
    static final String OWNER = "owner_of_schema";
    static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres server;

    TestPostgres(EmbeddedPostgres.Builder builder) throws IOException, SQLException {
        server = builder.start();
        execute("postgres", "create role " + OWNER + " login createrole");
    }

    static TestPostgres start() throws IOException, SQLException {
        return new TestPostgres(EmbeddedPostgres.builder());
    }

    void create(String database) throws SQLException {
        execute(
                "postgres",
                "drop database if exists " + database + " with (force)",
                "create database " + database + " owner " + OWNER);
    }

    void copy(String template, String database) throws SQLException {
        execute(
                "postgres",
                "drop database if exists " + database + " with (force)",
                "create database " + database + " template " + template + " owner " + OWNER);
    }

    void migrate(String database) throws SQLException {
        try (Connection owner = connect(OWNER, database)) {
            new Schema(owner).update();
        }
    }

    Connection connect(String user, String database) throws SQLException {
        return server.getDatabase(user, database).getConnection();
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    /** As superuser. */
    void execute(String database, String... statements) throws SQLException {
        try (Connection connection = connect(SUPERUSER, database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column, as superuser. */
    List<String> query(String database, String sql) throws SQLException {
        try (Connection connection = connect(SUPERUSER, database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** What the command printed, and its exit code. */
    record Outcome(int code, String text) {
        List<String> lines() {
            return text.lines().toList();
        }
    }

    /** Runs the command as the owner, in this JVM. */
    Outcome run(String database, String... args) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
        int code = new Main(stream, stream)
                .run(List.of(args), Map.of("OPTIBID_DATABASE_URL", url(database), "OPTIBID_DATABASE_USER", OWNER));
        return new Outcome(code, text.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
