package energy.optibid.platform.internal;

import energy.optibid.liquibase.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL as production has it: an ordinary role owns and migrates, the application's login owns nothing; and rows of
 * several organisations in each table that is isolated, made from the catalog.
 */
final class TenantPostgres implements AutoCloseable {
    static final String OWNER = "an_owner";
    static final String APPLICATION = "an_application";

    private static final String DATABASE = "tenants";

    /** So that an index is worth while and a filter would show. */
    private static final int ROWS = 300;

    private final EmbeddedPostgres server;

    private TenantPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static TenantPostgres start() throws IOException, SQLException {
        TenantPostgres postgres = new TenantPostgres(server());
        try (Connection admin = postgres.server.getPostgresDatabase().getConnection()) {
            execute(
                    admin,
                    "create role " + OWNER + " login createrole",
                    "create role " + APPLICATION + " login",
                    "create database " + DATABASE + " owner " + OWNER);
        }
        try (Connection owner = postgres.connect(OWNER)) {
            Schema schema = new Schema(owner);
            schema.update();
            schema.admit(APPLICATION);
        }
        return postgres;
    }

    static EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder().start();
    }

    Connection connect(String role) throws SQLException {
        return dataSource(role).getConnection();
    }

    PGSimpleDataSource dataSource(String role) {
        return (PGSimpleDataSource) server.getDatabase(role, DATABASE);
    }

    Connection administrator() throws SQLException {
        return connect("postgres");
    }

    /**
     * A hundred rows for each organisation in each isolated table. Checks are dropped and foreign keys not asked, since
     * only the policies are looked at.
     */
    void fill(List<UUID> organisations) throws SQLException {
        try (Connection admin = administrator()) {
            execute(admin, "set session_replication_role = replica");
            for (String table : isolated(admin)) {
                for (String check : strings(
                        admin,
                        "select conname from pg_constraint where contype = 'c' and conrelid = '" + table
                                + "'::regclass")) {
                    execute(admin, "alter table " + table + " drop constraint \"" + check + "\"");
                }
                for (UUID organisation : organisations) {
                    String rows = table.equals("organisations") ? "1" : String.valueOf(ROWS);
                    execute(
                            admin,
                            insert(admin, table, organisation) + " from generate_series(1, " + rows + ") n"
                                    + " on conflict do nothing");
                }
                execute(admin, "analyze " + table);
            }
        }
    }

    /** An insert of a row of an organisation with values of each column's type. */
    static String insert(Connection connection, String table, UUID organisation) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        String sql = "select attname, format_type(atttypid, null), attname = '" + key(table) + "' from pg_attribute"
                + " where attrelid = '" + table + "'::regclass and attnum > 0 and not attisdropped"
                + " and attgenerated = ''";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                columns.add('"' + rows.getString(1) + '"');
                values.add(rows.getBoolean(3) ? "'" + organisation + "'" : value(rows.getString(2)));
            }
        }
        return "insert into " + table + " (" + String.join(", ", columns) + ") overriding system value select "
                + String.join(", ", values);
    }

    /** The column that says whose a row is. */
    static String key(String table) {
        return table.equals("organisations") ? "id" : "organisation_id";
    }

    private static String value(String type) {
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "text", "character varying" -> "gen_random_uuid()::text";
            case "character" -> "'EUR'";
            case "bytea" -> "decode(md5(random()::text), 'hex')";
            case "smallint" -> "(n % 30000)::smallint";
            case "integer", "bigint" -> "n";
            case "numeric", "double precision", "real" -> "0.5";
            case "boolean" -> "false";
            case "date" -> "current_date";
            case "timestamp with time zone" -> "now() + n * interval '1 second'";
            case "interval" -> "interval '1 second'";
            case "json", "jsonb" -> "'{}'";
            case "inet" -> "'127.0.0.1'::inet";
            default -> {
                if (type.endsWith("[]")) {
                    yield "'{}'";
                }
                throw new IllegalStateException("A column has the type " + type + ": give it a value here");
            }
        };
    }

    /** The tables with row-level security. */
    static List<String> isolated(Connection connection) throws SQLException {
        return strings(connection, """
                select relname from pg_class
                 where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity
                 order by relname""");
    }

    static List<String> strings(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
