package energy.optibid.analytics.internal.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.query.GenericRecord;
import energy.optibid.analytics.internal.CopiedMonth;
import energy.optibid.analytics.internal.DeskTable;
import energy.optibid.analytics.internal.MonthSum;
import energy.optibid.analytics.internal.PriceSeries;
import energy.optibid.platform.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Copies of what the desk did in ClickHouse. A row that comes again replaces itself, and a later state of it an earlier
 * one: {@code position} says which is later. Failures come through unchecked.
 */
@Dependent
public class ClickHouseDesk {
    private static final String CREATE = """
            create table if not exists %s (
                %s
                position UInt64
            ) engine = ReplacingMergeTree(position)
            partition by toYear(delivery_date)
            order by (organisation_id, product, zone, period_start, %s)
            """;

    private final ClickHouseSession session;

    @Inject
    public ClickHouseDesk(Supplier<Client> client, Settings settings) {
        this(client, settings.text("optibid.clickhouse.database").orElse("optibid"));
    }

    public ClickHouseDesk(Supplier<Client> client, String database) {
        this.session = new ClickHouseSession(client, database);
    }

    /** Makes the tables where they are missing; the database is there. */
    public void prepare() {
        for (DeskTable table : DeskTable.values()) {
            session.execute(CREATE.formatted(session.table(table.table()), table.columns(), table.key()), Map.of());
        }
    }

    /**
     * Adds rows.
     *
     * @param rows tab-separated values of the columns
     * @param position place in the log before which the rows were as they are
     */
    public void add(DeskTable table, List<String> rows, long position) {
        StringBuilder lines = new StringBuilder(rows.size() * 256);
        for (String row : rows) {
            lines.append(row).append('\t').append(position).append('\n');
        }
        session.insert(table.table(), lines);
    }

    /** Counts and sums of each series and month. */
    public List<MonthSum> months(DeskTable table) {
        String sql = "select product, zone, toYYYYMM(delivery_date) as month, count() as n, sum(" + table.sum()
                + ") as total from " + session.table(table.table()) + " final group by product, zone, month";
        return session.query(sql, Map.of()).stream()
                .map(row -> month(table, row))
                .toList();
    }

    private static MonthSum month(DeskTable table, GenericRecord row) {
        int month = row.getInteger("month");
        return new MonthSum(
                new CopiedMonth(
                        table.table(),
                        new PriceSeries(row.getString("product"), row.getString("zone")),
                        YearMonth.of(month / 100, month % 100)),
                row.getLong("n"),
                row.getBigDecimal("total"));
    }

    /** Takes the rows of a month away. */
    public void remove(DeskTable table, PriceSeries series, YearMonth month) {
        session.execute(
                "delete from " + session.table(table.table())
                        + " where product = {product:String} and zone = {zone:String}"
                        + " and toYYYYMM(delivery_date) = {month:UInt32}",
                Map.of(
                        "product",
                        series.productCode(),
                        "zone",
                        series.zoneCode(),
                        "month",
                        month.getYear() * 100 + month.getMonthValue()));
    }
}
