package energy.optibid.analytics.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A table of what the desk did, as it is copied: its rows in ClickHouse, and the same columns read from PostgreSQL. Only
 * what an event told of is copied: bids from their submission on, and the forecasts of runs that came so far or ended.
 */
public enum DeskTable {
    /** Submitted bids, with the points of their curves: prices ascending, and the quantity at each. */
    BIDS(
            """
            bid_id        UUID,
            asset_id      UUID,
            side          LowCardinality(String),
            state         LowCardinality(String),
            submitted_at  DateTime64(6, 'UTC'),
            prices        Array(Decimal(12, 4)),
            quantities_mw Array(Decimal(12, 4)),
            """,
            "bid_id",
            "arraySum(quantities_mw)",
            """
            x.id, x.asset_id, x.side, x.state, to_char(x.submitted_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
            (select '[' || string_agg(p.price::text, ',' order by p.ordinal) || ']'
               from bid_curve_points p where p.bid_id = x.id),
            (select '[' || string_agg(p.quantity_mw::text, ',' order by p.ordinal) || ']'
               from bid_curve_points p where p.bid_id = x.id)
            """,
            "(select sum(p.quantity_mw) from bid_curve_points p where p.bid_id = x.id)",
            "bids x join bid_runs r on r.id = x.run_id",
            "x.submitted_at is not null"),

    /** What the exchange said of each bid: price per MWh in the auction's currency, and the power that it took. */
    RESULTS(
            """
            bid_id      UUID,
            price       Decimal(14, 6),
            accepted_mw Decimal(12, 4),
            basis       LowCardinality(String),
            cleared_at  DateTime64(6, 'UTC'),
            """,
            "bid_id",
            "accepted_mw",
            "x.id, c.price, c.accepted_mw, c.basis, to_char(c.cleared_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')",
            "c.accepted_mw",
            "clearing_results c join bids x on x.id = c.bid_id join bid_runs r on r.id = x.run_id",
            "true"),

    /** The prices that a run counted on. */
    FORECASTS(
            """
            forecaster LowCardinality(String),
            as_of      DateTime64(6, 'UTC'),
            price      Decimal(14, 6),
            """,
            "run_id",
            "price",
            "f.forecaster, to_char(f.as_of at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), x.price",
            "x.price",
            "forecast_points x join forecasts f on f.id = x.forecast_id join bid_runs r on r.id = f.run_id",
            """
            (r.state in ('succeeded', 'failed')
             or exists (select from bids b where b.run_id = r.id and b.submitted_at is not null))
            """);

    private static final String COMMON = """
            organisation_id UUID,
            run_id          UUID,
            product         LowCardinality(String),
            zone            LowCardinality(String),
            delivery_date   Date,
            period_start    DateTime('UTC'),
            minutes         UInt8,
            """;
    private static final String STORED_COMMON = """
            r.organisation_id, r.id, r.product_code, r.zone_code, r.delivery_date,
            to_char(x.period_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS'), x.minutes
            """;

    private final String columns;
    private final String key;
    private final String sum;
    private final String storedColumns;
    private final String storedSum;
    private final String from;
    private final String where;

    DeskTable(
            String columns, String key, String sum, String storedColumns, String storedSum, String from, String where) {
        this.columns = columns;
        this.key = key;
        this.sum = sum;
        this.storedColumns = storedColumns;
        this.storedSum = storedSum;
        this.from = from;
        this.where = where;
    }

    /** Its name in ClickHouse. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name; absent for a table of something else. */
    static Optional<DeskTable> named(String table) {
        return Arrays.stream(values())
                .filter(each -> each.table().equals(table))
                .findFirst();
    }

    /** Columns in ClickHouse, but for the last one, which the copy adds. */
    public String columns() {
        return COMMON + columns;
    }

    /** What tells the rows of an organisation, series and period apart. */
    public String key() {
        return key;
    }

    /** What is summed up in ClickHouse to compare. */
    public String sum() {
        return sum;
    }

    /** Select of the same columns, of the transaction's organisation, up to where more conditions may follow. */
    String select() {
        return "select " + STORED_COMMON + ", " + storedColumns + " from " + from + " where " + where;
    }

    /** Select of product, zone, month, count and the same sum, of the transaction's organisation. */
    String selectMonths() {
        return "select r.product_code, r.zone_code, date_trunc('month', r.delivery_date)::date, count(*), sum("
                + storedSum + ") from " + from + " where " + where + " group by 1, 2, 3";
    }
}
