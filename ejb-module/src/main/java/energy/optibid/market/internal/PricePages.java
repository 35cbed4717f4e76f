package energy.optibid.market.internal;

import energy.optibid.market.PricePage;
import energy.optibid.market.PricePoint;
import energy.optibid.market.PriceQuery;
import energy.optibid.market.Resolution;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postgresql.PGStatement;

/** Reads stored prices of one product and zone page by page, by any resolution. */
public final class PricePages {
    /** So far does a page reach at the most, so that none costs more than its points are worth. */
    private static final int MOST_HOURS = 10_000;

    /** The same where many periods make one point. */
    private static final int MOST_YEARS = 5;

    private static final String COLUMNS = "delivery_start, minutes, price, known_at, simulated";

    /** Instants as microseconds: a year has thousands of them, which are read as numbers several times as fast. */
    private static final String POINTS = "(extract(epoch from start) * 1000000)::bigint, minutes, price,"
            + " (extract(epoch from known_at) * 1000000)::bigint, simulated";

    private static final long MICROS = 1_000_000;
    private static final long NANOS_OF_A_MICRO = 1_000;

    private final Connection connection;
    private final PriceQuery query;
    private final MarketTables.Traded traded;
    /** That of UTC where the points do not depend on it. */
    private final ZoneId tradingZone;

    /** Refuses a product that is not traded in the zone, see {@link MarketTables#traded}. */
    public PricePages(Connection connection, PriceQuery query) throws SQLException {
        this.connection = connection;
        this.query = query;
        this.traded = new MarketTables(connection).traded(query.productCode(), query.zoneCode());
        boolean local =
                query.resolution().filter(by -> by != Resolution.QUARTER_HOUR).isPresent();
        this.tradingZone = local ? new MarketTables(connection).tradingZone(traded.productId()) : ZoneOffset.UTC;
    }

    public PricePage read() throws SQLException {
        Instant end = end();
        List<PricePoint> points = points(end);
        if (points.size() > query.most()) {
            Instant next = points.get(query.most()).start();
            return new PricePage(points.subList(0, query.most()), Optional.of(next));
        }
        return new PricePage(points, Optional.of(end).filter(query.to()::isAfter));
    }

    /** Where the page ends at the latest; where a point of its resolution does, so that none is in two pages. */
    private Instant end() {
        ZonedDateTime from = query.from().atZone(tradingZone);
        Resolution resolution = query.resolution().orElse(Resolution.HOUR);
        ZonedDateTime end = switch (resolution) {
            case QUARTER_HOUR, HOUR -> from.plusHours(MOST_HOURS).truncatedTo(ChronoUnit.HOURS);
            case DAY, MONTH ->
                from.toLocalDate().withDayOfMonth(1).plusYears(MOST_YEARS).atStartOfDay(tradingZone);
        };
        return end.toInstant().isBefore(query.to()) ? end.toInstant() : query.to();
    }

    private List<PricePoint> points(Instant end) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql())) {
            // PostgreSQL's attempt at a plan for any range takes 80 ms where there are months of 28 years, on each
            // connection.
            select.unwrap(PGStatement.class).setPrepareThreshold(0);
            int last = 0;
            select.setInt(++last, traded.productId());
            select.setInt(++last, traded.zoneId());
            select.setObject(++last, PriceTable.utc(query.from()));
            select.setObject(++last, PriceTable.utc(end));
            if (query.asOf().isPresent()) {
                select.setObject(++last, PriceTable.utc(query.asOf().get()));
            }
            if (query.resolution().filter(by -> by == Resolution.QUARTER_HOUR).isPresent()) {
                select.setObject(++last, PriceTable.utc(query.from()));
                select.setObject(++last, PriceTable.utc(end));
            }
            select.setInt(++last, query.most() + 1);
            return Rows.list(select, PricePages::point);
        }
    }

    private String sql() {
        String points = query.resolution().map(this::by).orElseGet(() -> known(">= ?"));
        return "select " + POINTS + " from (" + points + " limit ?) points (start, minutes, price, known_at, simulated)"
                + " order by start";
    }

    private String by(Resolution resolution) {
        return switch (resolution) {
            case QUARTER_HOUR -> """
                    select start, 15, price, known_at, simulated
                      from (select delivery_start + quarter * interval '15 minutes' as start, price, known_at, simulated
                              from (%s) known, generate_series(0, minutes / 15 - 1) quarter) quarters
                     where start >= ? and start < ?
                     order by start""".formatted(known("> ?::timestamptz - interval '1 hour'"));
            case HOUR, DAY, MONTH ->
                """
                    select date_trunc('%s', delivery_start, '%s'), sum(minutes)::integer,
                           trim_scale(round(sum(price * minutes) / sum(minutes), 6)), max(known_at), bool_or(simulated)
                      from (%s) known
                     group by 1 order by 1""".formatted(resolution.name().toLowerCase(Locale.ROOT), tradingZone.getId(), known(">= ?"));
        };
    }

    /** Of each delivery start the value that was known last. */
    private String known(String from) {
        return "select distinct on (delivery_start) " + COLUMNS
                + " from prices where product_id = ? and zone_id = ? and delivery_start " + from
                + " and delivery_start < ?"
                + (query.asOf().isPresent() ? " and known_at <= ?" : "")
                + " order by delivery_start, known_at desc, revision desc";
    }

    private static PricePoint point(ResultSet row) throws SQLException {
        return new PricePoint(
                instant(row.getLong(1)),
                row.getInt(2),
                row.getBigDecimal(3),
                instant(row.getLong(4)),
                row.getBoolean(5));
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS_OF_A_MICRO);
    }
}
