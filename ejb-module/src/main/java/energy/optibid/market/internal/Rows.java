package energy.optibid.market.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a query, as records. */
final class Rows {

    private Rows() {}

    /** What one row says. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** All rows in their order. */
    static <T> List<T> list(PreparedStatement select, Row<T> row) throws SQLException {
        List<T> all = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.add(row.of(rows));
            }
        }
        return all;
    }
}
