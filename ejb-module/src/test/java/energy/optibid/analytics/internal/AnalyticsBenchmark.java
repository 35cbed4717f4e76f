package energy.optibid.analytics.internal;

import energy.optibid.analytics.Bucket;
import energy.optibid.analytics.CorrelationReport.Pair;
import energy.optibid.analytics.PriceSelection;
import energy.optibid.analytics.PriceSums;
import energy.optibid.market.CsvMapping;
import energy.optibid.market.internal.MarketPostgres;
import energy.optibid.market.internal.PriceLoader;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.platform.Actor;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Analytics over five million quarter-hourly prices of twenty zones, seven years, in an embedded PostgreSQL with its own
 * settings: the rows in Java, from the roll-ups, and once from the prices themselves.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
public class AnalyticsBenchmark {
    private static final int ROWS = 250_000;
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2034-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final List<String> ZONES = List.of(
            "AT", "BE", "BG", "CZ", "DE_LU", "DK1", "DK2", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "LT", "LV", "NL",
            "NO1", "NO2", "PL");

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @SuppressWarnings("NullAway.Init")
    private PostgresPriceHistory history;

    @Setup(Level.Trial)
    public void load() throws SQLException {
        connection = MarketPostgres.shared().connect();
        for (String zone : ZONES) {
            CsvMapping mapping = CsvMapping.of("SDAC", zone, "time", ZoneOffset.UTC)
                    .price("price")
                    .build();
            new PriceLoader(connection, CLOCK, ImportLimits.DEFAULT)
                    .load(Actor.system(), mapping, new ByteArrayInputStream(csv(zone.hashCode())));
            connection.commit();
        }
        try (Connection administrator = MarketPostgres.shared().administrator();
                Statement statement = administrator.createStatement()) {
            statement.execute("vacuum analyze");
        }
        history = new PostgresPriceHistory(PostgresPriceHistoryIT.reading(connection), CLOCK);
    }

    @TearDown(Level.Trial)
    public void close() throws SQLException {
        connection.close();
    }

    /** 7,320 rows. */
    @Benchmark
    public List<PriceSums> yearByDayOfTwentyZones() {
        return history.sums(year(ZONES, Bucket.DAY)).rows();
    }

    /** 240 rows. */
    @Benchmark
    public List<PriceSums> yearByMonthOfTwentyZones() {
        return history.sums(year(ZONES, Bucket.MONTH)).rows();
    }

    /** 8,784 rows. */
    @Benchmark
    public List<PriceSums> yearByHourOfOneZone() {
        return history.sums(year(List.of("FR"), Bucket.HOUR)).rows();
    }

    /** 175,680 rows, and 210 coefficients. */
    @Benchmark
    public List<Pair> correlationOfTwentyZonesOverAYear() {
        PriceSelection selection = year(ZONES, Bucket.HOUR);
        return new Correlations(selection, history.sums(selection).rows()).pairs();
    }

    /** The same year by day, as it would be without roll-ups. */
    @Benchmark
    public long yearByDayFromThePrices() throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select count(*) from (
                            select zone_id, (delivery_start at time zone 'Europe/Brussels')::date as day, count(*),
                                   min(price), max(price), sum(price * minutes), sum(price * price * minutes)
                              from (select distinct on (zone_id, delivery_start) zone_id, delivery_start, minutes, price
                                      from prices
                                     where product_id = 1
                                       and delivery_start >= '2027-12-31T23:00:00Z' and delivery_start < '2028-12-31T23:00:00Z'
                                     order by zone_id, delivery_start desc, known_at desc, revision desc) known
                             group by 1, 2) days
                        """)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static PriceSelection year(List<String> zones, Bucket bucket) {
        return new PriceSelection(
                "SDAC", zones, LocalDate.of(2028, 1, 1), LocalDate.of(2028, 12, 31), BRUSSELS, bucket);
    }

    private static byte[] csv(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("time,price\n");
        Instant start = Instant.parse("2025-10-01T00:00:00Z");
        for (int i = 0; i < ROWS; i++) {
            int cents = random.nextInt(30_000);
            text.append(start.plusSeconds(i * 900L).toString(), 0, 16)
                    .append("Z,")
                    .append(cents / 100)
                    .append('.')
                    .append(cents / 10 % 10)
                    .append(cents % 10)
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
