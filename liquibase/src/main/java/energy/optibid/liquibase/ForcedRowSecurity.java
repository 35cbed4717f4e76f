package energy.optibid.liquibase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Row-level security that binds the owner of the tables too. It would bind whoever migrates: an update of all rows in a
 * changeset would find none, and say nothing. So it is lifted while changesets run, for the owner alone, and put back
 * at their end, also where one has failed. The application's role is not the owner and is bound all the time.
 *
 * <p>Each change locks its table against everybody: so tables are changed one by one, each in a transaction of its own, and
 * nothing is locked where nothing has to change. All at once would meet a running node that holds one table and waits for
 * the next.
 */
final class ForcedRowSecurity {
    private static final String TABLES = """
            select c.oid::regclass from pg_class c
             where c.relrowsecurity and c.relkind in ('r', 'p') and c.relforcerowsecurity <> %1$s
               and c.relnamespace = current_schema()::regnamespace and pg_has_role(c.relowner, 'USAGE')""";
    private static final String EACH_TABLE = """
            do $$
            declare isolated regclass;
            begin
                for isolated in
            %1$s
                loop
                    execute format('alter table %%s %2$s row level security', isolated);
                end loop;
            end
            $$""";

    /** For a script, which nobody runs beside a running node. */
    static final String LIFT = EACH_TABLE.formatted(TABLES.formatted("false"), "no force");

    static final String FORCE = EACH_TABLE.formatted(TABLES.formatted("true"), "force");

    private final Connection connection;

    ForcedRowSecurity(Connection connection) {
        this.connection = connection;
    }

    interface Changes {
        void make() throws Exception;
    }

    void liftedFor(Changes changes) throws Exception {
        change("no force", tables(false));
        try {
            changes.make();
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                force();
            }
        }
    }

    /** Puts back what a process that died has left lifted. */
    void force() throws SQLException {
        change("force", tables(true));
    }

    private List<String> tables(boolean forced) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES.formatted(forced))) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        connection.commit();
        return tables;
    }

    private void change(String force, List<String> tables) throws SQLException {
        for (String table : tables) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("alter table " + table + " " + force + " row level security");
            }
            connection.commit();
        }
    }
}
