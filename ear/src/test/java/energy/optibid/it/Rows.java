package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What lies in the database of the server under test, behind its back. */
final class Rows {

    private Rows() {}

    /** The one number that a query finds. */
    static long number(String query) throws SQLException {
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection();
                var statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery(query);
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Changes one row. */
    static void change(String sql, Object... values) throws SQLException {
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
