package energy.optibid.analytics.internal;

import energy.optibid.analytics.internal.clickhouse.ClickHouseCopy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The prices as they are copied: every value, also those that others superseded. */
public final class StoredPrices {
    private static final String ROWS = """
            select delivery_start, minutes, known_at, revision, price, simulated from prices
             where product_id = (select id from products where code = ?) and zone_id = (select id from zones where code = ?)
               and delivery_start >= ? and delivery_start < ?
            """;
    private static final String SERIES = """
            select distinct p.code, z.code from price_days d
              join products p on p.id = d.product_id join zones z on z.id = d.zone_id order by 1, 2
            """;
    private static final String YEARS = """
            select distinct extract(year from edge at time zone 'UTC')::integer from price_hours
             cross join lateral (values (hour_start), (hour_start + interval '59 minutes')) edges (edge)
             where product_id = (select id from products where code = ?) and zone_id = (select id from zones where code = ?)
             order by 1
            """;
    private static final String MONTHS = """
            select p.code, z.code, m.month, m.n, m.total
              from (select product_id, zone_id, date_trunc('month', delivery_start, 'UTC')::date as month,
                           count(*) as n, sum(price) as total from prices group by 1, 2, 3) m
              join products p on p.id = m.product_id join zones z on z.id = m.zone_id
            """;

    private final Connection connection;

    public StoredPrices(Connection connection) {
        this.connection = connection;
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    public List<PriceSeries> series() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SERIES)) {
            return list(select, row -> new PriceSeries(row.getString(1), row.getString(2)));
        }
    }

    /** The years in UTC that have prices. */
    public List<Year> years(PriceSeries series) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(YEARS)) {
            select.setString(1, series.productCode());
            select.setString(2, series.zoneCode());
            return list(select, row -> Year.of(row.getInt(1)));
        }
    }

    public List<StoredPrice> ofYear(PriceSeries series, Year year) throws SQLException {
        return between(series, start(year.atDay(1)), start(year.plusYears(1).atDay(1)));
    }

    public List<StoredPrice> ofMonth(PriceSeries series, YearMonth month) throws SQLException {
        return between(series, start(month.atDay(1)), start(month.plusMonths(1).atDay(1)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private List<StoredPrice> between(PriceSeries series, Instant from, Instant to) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ROWS)) {
            bind(select, series, from, to);
            return list(select, StoredPrices::price);
        }
    }

    /** What an import stored, whose periods lie in [from, to). */
    public List<StoredPrice> ofImport(UUID importId, PriceSeries series, Instant from, Instant to) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ROWS + " and import_id = ?")) {
            bind(select, series, from, to);
            select.setObject(5, importId);
            return list(select, StoredPrices::price);
        }
    }

    /** Counts and sums of each series and month in UTC. */
    public List<MonthSum> months() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(MONTHS)) {
            return list(
                    select,
                    row -> new MonthSum(
                            new CopiedMonth(
                                    ClickHouseCopy.PRICES,
                                    new PriceSeries(row.getString(1), row.getString(2)),
                                    YearMonth.from(row.getObject(3, LocalDate.class))),
                            row.getLong(4),
                            row.getBigDecimal(5)));
        }
    }

    private static void bind(PreparedStatement select, PriceSeries series, Instant from, Instant to)
            throws SQLException {
        select.setString(1, series.productCode());
        select.setString(2, series.zoneCode());
        select.setObject(3, from.atOffset(ZoneOffset.UTC));
        select.setObject(4, to.atOffset(ZoneOffset.UTC));
    }

    private static StoredPrice price(ResultSet row) throws SQLException {
        return new StoredPrice(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getInt(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getInt(4),
                row.getBigDecimal(5),
                row.getBoolean(6));
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
