package energy.optibid.analytics.internal.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.query.GenericRecord;
import energy.optibid.analytics.Bucket;
import energy.optibid.analytics.Engine;
import energy.optibid.analytics.PriceHistory;
import energy.optibid.analytics.PriceSelection;
import energy.optibid.analytics.PriceSums;
import energy.optibid.analytics.PriceTable;
import energy.optibid.platform.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Sums up the prices that were copied to ClickHouse; as fresh as the copy. Failures come through unchecked. */
@Dependent
@Typed(ClickHousePriceHistory.class) // only the producer offers a PriceHistory
public final class ClickHousePriceHistory implements PriceHistory {
    private static final String SUMS = """
            select zone, %s as bucket, count() as periods, sum(best.1) as minutes, min(best.2) as price_min,
                   max(best.2) as price_max, sum(best.2 * best.1) as price_minutes,
                   sum(best.2 * best.2 * best.1) as price_squared_minutes,
                   toUnixTimestamp64Micro(max(best.3)) as known_until, toUInt8(max(best.4)) as simulated
              from (select zone, delivery_start,
                           argMax((minutes, price, known_at, simulated), (known_at, revision)) as best
                      from %s
                     where product = {product:String} and zone in {zones:Array(String)}
                       and delivery_start >= toDateTime({from:Int64}, 'UTC') and delivery_start < toDateTime({to:Int64}, 'UTC')
                     group by zone, delivery_start)
             group by zone, bucket order by zone, bucket
            """;

    private final ClickHouseSession session;
    private final Clock clock;

    @Inject
    public ClickHousePriceHistory(Supplier<Client> client, Settings settings, Clock clock) {
        this(client, settings.text("optibid.clickhouse.database").orElse("optibid"), clock);
    }

    public ClickHousePriceHistory(Supplier<Client> client, String database, Clock clock) {
        this.session = new ClickHouseSession(client, database);
        this.clock = clock;
    }

    @Override
    public PriceTable sums(PriceSelection selection) {
        Instant asOf = clock.instant();
        Map<String, Object> parameters = Map.of(
                "product",
                selection.productCode(),
                "zones",
                ClickHouseSession.array(selection.zoneCodes()),
                "from",
                selection.from().getEpochSecond(),
                "to",
                selection.to().getEpochSecond());
        String sql = SUMS.formatted(bucket(selection), session.table(ClickHouseCopy.PRICES));
        List<PriceSums> rows = session.query(sql, parameters).stream()
                .map(row -> row(row, selection))
                .toList();
        return new PriceTable(Engine.CLICKHOUSE, asOf, rows);
    }

    /** The zone's name comes from the market's rules and not from a caller; it must be a constant, not a parameter. */
    private static String bucket(PriceSelection selection) {
        String zone = selection.tradingZone().getId();
        return switch (selection.bucket()) {
            case HOUR -> "toString(toUnixTimestamp(toStartOfHour(delivery_start, '" + zone + "')))";
            case DAY -> "toString(toDate(delivery_start, '" + zone + "'))";
            case MONTH -> "toString(toStartOfMonth(delivery_start, '" + zone + "'))";
        };
    }

    private static PriceSums row(GenericRecord row, PriceSelection selection) {
        String bucket = row.getString("bucket");
        Instant start = selection.bucket() == Bucket.HOUR
                ? Instant.ofEpochSecond(Long.parseLong(bucket))
                : LocalDate.parse(bucket).atStartOfDay(selection.tradingZone()).toInstant();
        return new PriceSums(
                row.getString("zone"),
                start,
                row.getLong("periods"),
                row.getLong("minutes"),
                row.getBigDecimal("price_min"),
                row.getBigDecimal("price_max"),
                row.getBigDecimal("price_minutes"),
                row.getBigDecimal("price_squared_minutes"),
                Instant.EPOCH.plus(row.getLong("known_until"), ChronoUnit.MICROS),
                row.getLong("simulated") != 0);
    }
}
