package energy.optibid.analytics.internal;

import energy.optibid.analytics.DeskKpis.Profit;
import energy.optibid.analytics.DeskKpis.RunCount;
import energy.optibid.market.LatestPrice;
import energy.optibid.quantity.DeliveryPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Counts and sums over the desk's tables, of the transaction's organisation. Analytics reads the tables of other
 * features, which their facades would hand over row by row; it writes none.
 */
public final class DeskFigures {
    private static final int RATIO_SCALE = 6;
    private static final String LATEST = """
            select p.code, z.code, l.delivery_start, l.minutes, l.price, l.known_at, l.revision, l.simulated
              from (select product_id, zone_id, max(delivery_date) as last_day from price_days
                     group by product_id, zone_id) d
              join products p on p.id = d.product_id
              join zones z on z.id = d.zone_id
             cross join lateral (
                   select * from prices
                    where product_id = d.product_id and zone_id = d.zone_id
                      and delivery_start >= (d.last_day - 1)::timestamp at time zone 'UTC'
                    order by delivery_start desc, known_at desc, revision desc limit 1) l
             order by p.code collate "C", z.code collate "C"
            """;
    private static final String PROFITS = """
            select s.currency, count(*), sum(s.profit), sum(s.perfect_foresight_profit), bool_or(r.simulated)
              from settlements s join bid_runs r on r.id = s.run_id and r.organisation_id = s.organisation_id
             where exists (select from positions p
                            where p.organisation_id = s.organisation_id and p.run_id = s.run_id and not p.superseded)
             group by s.currency order by s.currency
            """;

    private static final String PRODUCTS_OF_PLANT = """
            select distinct p.code from assets a
              join product_zones pz on pz.zone_id = a.zone_id join products p on p.id = pz.product_id
             where a.deleted_at is null
            """;

    private final Connection connection;

    public DeskFigures(Connection connection) {
        this.connection = connection;
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    public List<LatestPrice> latestPrices() throws SQLException {
        return list(LATEST, row -> {
            Instant start = instant(row, 3);
            return new LatestPrice(
                    row.getString(1),
                    row.getString(2),
                    new DeliveryPeriod(start, start.plus(Duration.ofMinutes(row.getInt(4)))),
                    row.getBigDecimal(5),
                    instant(row, 6),
                    row.getInt(7),
                    row.getBoolean(8));
        });
    }

    /** Codes of what is traded where the organisation has plant. */
    public Set<String> productsOfPlant() throws SQLException {
        return Set.copyOf(list(PRODUCTS_OF_PLANT, row -> row.getString(1)));
    }

    public List<RunCount> runs() throws SQLException {
        return list(
                "select state, count(*) from bid_runs group by state order by state",
                row -> new RunCount(row.getString(1), row.getLong(2)));
    }

    public List<Profit> profits() throws SQLException {
        return list(PROFITS, row -> {
            BigDecimal profit = row.getBigDecimal(3);
            BigDecimal best = row.getBigDecimal(4);
            return new Profit(
                    row.getString(1).trim(), row.getLong(2), profit, best, ratio(profit, best), row.getBoolean(5));
        });
    }

    private static Optional<BigDecimal> ratio(BigDecimal profit, BigDecimal best) {
        return best.signum() > 0
                ? Optional.of(profit.divide(best, RATIO_SCALE, RoundingMode.HALF_EVEN))
                : Optional.empty();
    }

    private <T> List<T> list(String sql, Row<T> mapper) throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.add(mapper.of(rows));
            }
        }
        return all;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
