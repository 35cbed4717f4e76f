package energy.optibid.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

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

    static final String LIFT = EACH_TABLE.formatted("false", "no force");
    static final String FORCE = EACH_TABLE.formatted("true", "force");

    private final Connection connection;

    ForcedRowSecurity(Connection connection) {
        this.connection = connection;
    }

    interface Changes {
        void make() throws Exception;
    }

    void liftedFor(Changes changes) throws Exception {
        execute(LIFT);
        try {
            changes.make();
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                execute(FORCE);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }
}
