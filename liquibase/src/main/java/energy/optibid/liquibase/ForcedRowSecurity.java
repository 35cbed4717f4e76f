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
 */
final class ForcedRowSecurity {
    private static final String EACH_TABLE = """
            do $$
            declare isolated regclass;
            begin
                for isolated in select c.oid::regclass from pg_class c
                     where c.relrowsecurity and c.relkind in ('r', 'p') and c.relforcerowsecurity <> %1$s
                       and c.relnamespace = current_schema()::regnamespace and pg_has_role(c.relowner, 'USAGE') loop
                    execute format('alter table %%s %2$s row level security', isolated);
                end loop;
            end
            $$""";

    private final Connection connection;

    ForcedRowSecurity(Connection connection) {
        this.connection = connection;
    }

    interface Changes {
        void make() throws Exception;
    }

    void liftedFor(Changes changes) throws Exception {
        execute(EACH_TABLE.formatted("false", "no force"));
        try {
            changes.make();
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                execute(EACH_TABLE.formatted("true", "force"));
            }
        }
    }

    /** Tables whose owner it does not bind, as a migration that was killed may leave them until the next one. */
    List<String> notForced() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select relname from pg_class where relrowsecurity"
                                + " and not relforcerowsecurity and relnamespace = current_schema()::regnamespace order by 1")) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }
}
