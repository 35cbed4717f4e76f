package energy.optibid.market.internal;

import energy.optibid.market.Coverage;
import energy.optibid.market.KnownPrice;
import energy.optibid.market.LatestPrice;
import energy.optibid.quantity.DeliveryPeriod;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored prices of one product and zone. */
public final class PriceTable {
    private final Connection connection;
    private final String productCode;
    private final String zoneCode;
    private final MarketTables.Traded traded;

    /** Refuses a product that is not traded in the zone, see {@link MarketTables#traded}. */
    public PriceTable(Connection connection, String productCode, String zoneCode) throws SQLException {
        this.connection = connection;
        this.productCode = productCode;
        this.zoneCode = zoneCode;
        this.traded = new MarketTables(connection).traded(productCode, zoneCode);
    }

    /** Of each delivery start in {@code [from, to)} the value that was known last, no later than {@code asOf}. */
    public List<KnownPrice> known(Instant from, Instant to, Optional<Instant> asOf) throws SQLException {
        // Descending in all columns of the primary key, so that its index serves, read backwards.
        String sql = "select distinct on (delivery_start) delivery_start, minutes, price, known_at, simulated"
                + " from prices where product_id = ? and zone_id = ? and delivery_start >= ? and delivery_start < ?"
                + (asOf.isPresent() ? " and known_at <= ?" : "")
                + " order by delivery_start desc, known_at desc, revision desc";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bindSeries(select);
            select.setObject(3, utc(from));
            select.setObject(4, utc(to));
            if (asOf.isPresent()) {
                select.setObject(5, utc(asOf.get()));
            }
            return ascending(select);
        }
    }

    private static List<KnownPrice> ascending(PreparedStatement select) throws SQLException {
        List<KnownPrice> prices = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                prices.add(new KnownPrice(period(rows), rows.getBigDecimal(3), instant(rows, 4), rows.getBoolean(5)));
            }
        }
        Collections.reverse(prices);
        return Collections.unmodifiableList(prices);
    }

    /** The import that changed the prices last; absent where none did. */
    public Optional<UUID> lastChange() throws SQLException {
        String sql = "select prices_import_id from product_zones where product_id = ? and zone_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bindSeries(select);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, UUID.class));
            }
        }
    }

    public Optional<Coverage> coverage() throws SQLException {
        String sql = """
                select min(delivery_start), max(delivery_start),
                       exists (select from prices where product_id = ? and zone_id = ? and simulated)
                  from prices where product_id = ? and zone_id = ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bindSeries(select);
            select.setInt(3, traded.productId());
            select.setInt(4, traded.zoneId());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getObject(1) == null ? Optional.empty() : Optional.of(coverage(row));
            }
        }
    }

    private Coverage coverage(ResultSet row) throws SQLException {
        ZoneId zone = new MarketTables(connection).tradingZone(traded.productId());
        return new Coverage(day(instant(row, 1), zone), day(instant(row, 2), zone), row.getBoolean(3));
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    public Optional<LatestPrice> latest() throws SQLException {
        String sql = """
                select delivery_start, minutes, price, known_at, simulated, revision
                  from prices where product_id = ? and zone_id = ?
                 order by delivery_start desc, known_at desc, revision desc limit 1
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bindSeries(select);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(latest(row)) : Optional.empty();
            }
        }
    }

    private LatestPrice latest(ResultSet row) throws SQLException {
        return new LatestPrice(
                productCode,
                zoneCode,
                period(row),
                row.getBigDecimal(3),
                instant(row, 4),
                row.getInt(6),
                row.getBoolean(5));
    }

    private void bindSeries(PreparedStatement statement) throws SQLException {
        statement.setInt(1, traded.productId());
        statement.setInt(2, traded.zoneId());
    }

    private static DeliveryPeriod period(ResultSet row) throws SQLException {
        Instant start = instant(row, 1);
        return new DeliveryPeriod(start, start.plus(Duration.ofMinutes(row.getInt(2))));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
