package energy.optibid.analytics.internal.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.query.GenericRecord;
import energy.optibid.analytics.internal.CopiedMonth;
import energy.optibid.analytics.internal.MonthSum;
import energy.optibid.analytics.internal.PriceSeries;
import energy.optibid.analytics.internal.StoredPrice;
import energy.optibid.platform.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The copy of {@code prices} in ClickHouse, with every value that was ever known. A row that comes again replaces itself,
 * so whatever was copied may be copied once more. Failures come through unchecked.
 */
@Dependent
public class ClickHouseCopy {
    /** The table of the prices. */
    public static final String PRICES = "prices";

    private static final String PROGRESS = "copy_progress";
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
    private static final String CREATE_PRICES = """
            create table if not exists %s (
                product        LowCardinality(String),
                zone           LowCardinality(String),
                delivery_start DateTime('UTC'),
                minutes        UInt8,
                known_at       DateTime64(6, 'UTC'),
                revision       UInt16,
                price          Decimal(38, 6),
                simulated      Bool
            ) engine = ReplacingMergeTree
            partition by toYear(delivery_start)
            order by (product, zone, delivery_start, known_at, revision)
            """;
    private static final String CREATE_PROGRESS = """
            create table if not exists %s (copied UInt64, at DateTime64(6, 'UTC'))
            engine = ReplacingMergeTree(at) order by tuple()
            """;

    private final ClickHouseSession session;

    @Inject
    public ClickHouseCopy(Supplier<Client> client, Settings settings) {
        this(client, settings.text("optibid.clickhouse.database").orElse("optibid"));
    }

    public ClickHouseCopy(Supplier<Client> client, String database) {
        this.session = new ClickHouseSession(client, database);
    }

    /** Makes database and tables where they are missing. */
    public void prepare() {
        session.execute("create database if not exists " + session.database(), Map.of());
        session.execute(CREATE_PRICES.formatted(session.table(PRICES)), Map.of());
        session.execute(CREATE_PROGRESS.formatted(session.table(PROGRESS)), Map.of());
    }

    /** The place in the log up to which everything is in the copy; absent where it was never filled. */
    public OptionalLong progress() {
        List<GenericRecord> rows = session.query("select copied from " + session.table(PROGRESS) + " final", Map.of());
        return rows.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(rows.get(0).getLong("copied"));
    }

    public void progress(long position, Instant at) {
        session.insert(PROGRESS, position + "\t" + MICROS.format(at) + "\n");
    }

    /** Forgets how far it has come, so that it is filled anew. */
    public void forgetProgress() {
        session.execute("truncate table " + session.table(PROGRESS), Map.of());
    }

    public void add(PriceSeries series, List<StoredPrice> prices) {
        StringBuilder rows = new StringBuilder(prices.size() * 96);
        for (StoredPrice price : prices) {
            rows.append(series.productCode())
                    .append('\t')
                    .append(series.zoneCode())
                    .append('\t');
            SECONDS.formatTo(price.deliveryStart(), rows);
            rows.append('\t').append(price.minutes()).append('\t');
            MICROS.formatTo(price.knownAt(), rows);
            rows.append('\t').append(price.revision()).append('\t');
            rows.append(price.price().toPlainString()).append('\t');
            rows.append(price.simulated()).append('\n');
        }
        session.insert(PRICES, rows);
    }

    /** Counts and sums of each series and month. */
    public List<MonthSum> months() {
        String sql = "select product, zone, toYYYYMM(delivery_start) as month, count() as n, sum(price) as total from "
                + session.table(PRICES) + " final group by product, zone, month order by product, zone, month";
        return session.query(sql, Map.of()).stream().map(ClickHouseCopy::month).toList();
    }

    private static MonthSum month(GenericRecord row) {
        int month = row.getInteger("month");
        return new MonthSum(
                new CopiedMonth(
                        PRICES,
                        new PriceSeries(row.getString("product"), row.getString("zone")),
                        YearMonth.of(month / 100, month % 100)),
                row.getLong("n"),
                row.getBigDecimal("total"));
    }

    /** Takes the rows of a month away. */
    public void remove(PriceSeries series, YearMonth month) {
        session.execute(
                "delete from " + session.table(PRICES) + " where product = {product:String} and zone = {zone:String}"
                        + " and toYYYYMM(delivery_start) = {month:UInt32}",
                Map.of(
                        "product",
                        series.productCode(),
                        "zone",
                        series.zoneCode(),
                        "month",
                        month.getYear() * 100 + month.getMonthValue()));
    }
}
