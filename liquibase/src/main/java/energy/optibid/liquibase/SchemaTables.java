package energy.optibid.liquibase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The tables that a database really has. */
final class SchemaTables {
    private static final String TABLES =
            "select c.relname from pg_class c where c.relkind in ('r', 'p') and not c.relispartition"
                    + " and c.relnamespace = current_schema()::regnamespace";

    private SchemaTables() {}

    static Set<String> existing(Connection connection) throws SQLException {
        return names(connection, TABLES);
    }

    static Set<String> extensions(Connection connection) throws SQLException {
        return names(connection, "select extname from pg_extension");
    }

    private static Set<String> names(Connection connection, String query) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    static List<String> missing(Connection connection, Collection<String> expected) throws SQLException {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(existing(connection));
        return List.copyOf(missing);
    }
}
