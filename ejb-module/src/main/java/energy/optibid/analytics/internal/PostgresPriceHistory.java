package energy.optibid.analytics.internal;

import energy.optibid.analytics.Bucket;
import energy.optibid.analytics.Engine;
import energy.optibid.analytics.PriceHistory;
import energy.optibid.analytics.PriceSelection;
import energy.optibid.analytics.PriceSums;
import energy.optibid.analytics.PriceTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads the roll-ups that the market's imports keep, {@code price_hours} and {@code price_days}: never behind them. */
public final class PostgresPriceHistory implements PriceHistory {
    private static final String COLUMNS = """
            periods, minutes, price_min, price_max, price_minutes, price_squared_minutes, known_until, simulated
            """;
    private static final String OF_THE_ZONES = """
             where product_id = (select id from products where code = ?)
               and zone_id = any (array(select id from zones where code = any (?)))
            """;
    private static final String HOURS = "select code, hour_start, " + COLUMNS
            + " from price_hours join zones on zones.id = zone_id" + OF_THE_ZONES
            + " and hour_start >= ? and hour_start < ? order by code collate \"C\", hour_start";
    private static final String DAYS = "select code, delivery_date, " + COLUMNS
            + " from price_days join zones on zones.id = zone_id" + OF_THE_ZONES
            + " and delivery_date between ? and ? order by code collate \"C\", delivery_date";
    private static final String MONTHS = """
            select code, date_trunc('month', delivery_date)::date as month, sum(periods), sum(minutes), min(price_min),
                   max(price_max), sum(price_minutes), sum(price_squared_minutes), max(known_until), bool_or(simulated)
              from price_days join zones on zones.id = zone_id
            """ + OF_THE_ZONES
            + " and delivery_date between ? and ? group by code, month order by code collate \"C\", month";

    private final Reading database;
    private final Clock clock;

    public PostgresPriceHistory(Reading database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public PriceTable sums(PriceSelection selection) {
        Instant asOf = clock.instant();
        return new PriceTable(Engine.POSTGRESQL, asOf, database.read(connection -> rows(connection, selection)));
    }

    private static List<PriceSums> rows(Connection connection, PriceSelection selection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql(selection.bucket()))) {
            select.setString(1, selection.productCode());
            select.setArray(
                    2, connection.createArrayOf("text", selection.zoneCodes().toArray()));
            if (selection.bucket() == Bucket.HOUR) {
                select.setObject(3, selection.from().atOffset(ZoneOffset.UTC));
                select.setObject(4, selection.to().atOffset(ZoneOffset.UTC));
            } else {
                select.setObject(3, selection.firstDeliveryDate());
                select.setObject(4, selection.lastDeliveryDate());
            }
            return read(select, selection);
        }
    }

    private static String sql(Bucket bucket) {
        return switch (bucket) {
            case HOUR -> HOURS;
            case DAY -> DAYS;
            case MONTH -> MONTHS;
        };
    }

    private static List<PriceSums> read(PreparedStatement select, PriceSelection selection) throws SQLException {
        List<PriceSums> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Instant start = selection.bucket() == Bucket.HOUR
                        ? instant(row, 2)
                        : startOf(row.getObject(2, LocalDate.class), selection.tradingZone());
                rows.add(new PriceSums(
                        row.getString(1),
                        start,
                        row.getLong(3),
                        row.getLong(4),
                        row.getBigDecimal(5),
                        row.getBigDecimal(6),
                        row.getBigDecimal(7),
                        row.getBigDecimal(8),
                        instant(row, 9),
                        row.getBoolean(10)));
            }
        }
        return rows;
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
