package energy.optibid.analytics.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the transaction's organisation did at the desk, as it is copied: rows of texts in the order of the columns. */
final class StoredDesk {
    private final Connection connection;

    StoredDesk(Connection connection) {
        this.connection = connection;
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    List<String> ofRun(DeskTable table, UUID runId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(table.select() + " and r.id = ?")) {
            select.setObject(1, runId);
            return list(select, StoredDesk::line);
        }
    }

    List<String> ofMonth(DeskTable table, PriceSeries series, YearMonth month) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                table.select() + " and r.product_code = ? and r.zone_code = ? and r.delivery_date between ? and ?")) {
            select.setString(1, series.productCode());
            select.setString(2, series.zoneCode());
            select.setObject(3, month.atDay(1));
            select.setObject(4, month.atEndOfMonth());
            return list(select, StoredDesk::line);
        }
    }

    /** Counts and sums of each product, zone and month of delivery. */
    List<MonthSum> months(DeskTable table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(table.selectMonths())) {
            return list(
                    select,
                    row -> new MonthSum(
                            new CopiedMonth(
                                    table.table(),
                                    new PriceSeries(row.getString(1), row.getString(2)),
                                    YearMonth.from(row.getObject(3, LocalDate.class))),
                            row.getLong(4),
                            row.getBigDecimal(5)));
        }
    }

    /** Codes, numbers, times and identifiers: none has anything that would have to be escaped. */
    private static String line(ResultSet row) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
            values.add(row.getString(column));
        }
        return String.join("\t", values);
    }

    private static <T> List<T> list(PreparedStatement select, Row<T> mapper) throws SQLException {
        List<T> all = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.add(mapper.of(rows));
            }
        }
        return all;
    }
}
