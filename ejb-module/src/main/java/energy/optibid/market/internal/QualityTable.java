package energy.optibid.market.internal;

import energy.optibid.market.QualityQuery;
import energy.optibid.market.internal.quality.StoredValue;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Every stored value of the series of a product and zone, and not only those in force. */
final class QualityTable {
    private static final int FETCHED_AT_ONCE = 5_000;

    private final Connection connection;
    private final MarketTables.Traded traded;

    /** Refuses a product that is not traded in the zone, see {@link MarketTables#traded}. */
    QualityTable(Connection connection, String productCode, String zoneCode) throws SQLException {
        this.connection = connection;
        this.traded = new MarketTables(connection).traded(productCode, zoneCode);
    }

    /** Those that have a value on any day: the prices first, then fundamentals by name, at most that many. */
    List<String> series(int most) throws SQLException {
        List<String> names = new ArrayList<>();
        if (hasPrices()) {
            names.add(QualityQuery.PRICE);
        }
        names.addAll(fundamentals(most - names.size()));
        return names;
    }

    private boolean hasPrices() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from prices where product_id = ? and zone_id = ? limit 1")) {
            select.setInt(1, traded.productId());
            select.setInt(2, traded.zoneId());
            return !Rows.list(select, row -> row.getInt(1)).isEmpty();
        }
    }

    /** From name to name by the primary key, since a zone has few series and each has very many rows. */
    private List<String> fundamentals(int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                with recursive names (series) as (
                    select min(series) from fundamentals where zone_id = ?
                    union all
                    select (select min(f.series) from fundamentals f where f.zone_id = ? and f.series > n.series)
                      from names n where n.series is not null
                )
                select series from names where series <> ? order by series limit ?
                """)) {
            select.setInt(1, traded.zoneId());
            select.setInt(2, traded.zoneId());
            select.setString(3, QualityQuery.PRICE);
            select.setInt(4, most);
            return Rows.list(select, row -> row.getString(1));
        }
    }

    /**
     * Hands on the values of the periods that start in {@code [from, to)}, by start, then by knowledge, then by revision,
     * without keeping them.
     */
    void read(String series, Instant from, Instant to, Consumer<StoredValue> sink) throws SQLException {
        boolean prices = series.equals(QualityQuery.PRICE);
        // In the order of the primary key, so that its index serves without a sort.
        String sql =
                "select delivery_start, minutes, known_at, " + (prices ? "price" : "value_mw") + ", simulated from "
                        + (prices
                                ? "prices where product_id = ? and zone_id = ?"
                                : "fundamentals where series = ? and zone_id = ?")
                        + " and delivery_start >= ? and delivery_start < ? order by delivery_start, known_at, revision";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (prices) {
                select.setInt(1, traded.productId());
            } else {
                select.setString(1, series);
            }
            select.setInt(2, traded.zoneId());
            select.setObject(3, PriceTable.utc(from));
            select.setObject(4, PriceTable.utc(to));
            select.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    sink.accept(value(rows));
                }
            }
        }
    }

    private static StoredValue value(ResultSet row) throws SQLException {
        BigDecimal value = row.getBigDecimal(4);
        return new StoredValue(
                PriceTable.instant(row, 1), row.getInt(2), PriceTable.instant(row, 3), value, row.getBoolean(5));
    }
}
