package energy.optibid.market.internal;

import energy.optibid.market.LatestPrice;
import energy.optibid.market.PricePage;
import energy.optibid.market.PriceQuery;
import energy.optibid.market.Resolution;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/** Reads of prices out of a million hours in 336 months, in an embedded PostgreSQL with its own settings, as they are in Java. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
public class HistoryBenchmark {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int YEARS = 28;

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @SuppressWarnings("NullAway.Init")
    private List<String> zones;

    private int turn;

    @Setup(Level.Trial)
    public void load() throws SQLException {
        try (Connection administrator = MarketPostgres.shared().administrator();
                Statement statement = administrator.createStatement()) {
            statement.execute("select market_ensure_partitions('prices', '2000-01-01', '2027-12-31')");
            statement.execute("""
                    insert into prices (product_id, zone_id, delivery_start, minutes, known_at, price, simulated, import_id)
                    select 1, zone_id, start, 60, start - interval '12 hours', round((random() * 200 - 20)::numeric, 2), false,
                           gen_random_uuid()
                      from (select zone_id from product_zones where product_id = 1 order by zone_id limit 4) traded,
                           generate_series(timestamptz '2000-01-01 00:00Z', timestamptz '2027-12-31 23:00Z', '1 hour') start
                    """);
            statement.execute("vacuum analyze prices");
        }
        connection = MarketPostgres.shared().connect();
        try (PreparedStatement select = connection.prepareStatement(
                "select code from zones join product_zones on zone_id = id where product_id = 1 order by zone_id limit 4")) {
            zones = Rows.list(select, row -> row.getString(1));
        }
    }

    @TearDown(Level.Trial)
    public void close() throws SQLException {
        connection.close();
    }

    /** 8,760 points. */
    @Benchmark
    public PricePage year() throws SQLException {
        return read(Duration.ofDays(365), Optional.empty());
    }

    /** 48 points. */
    @Benchmark
    public PricePage twoDays() throws SQLException {
        return read(Duration.ofDays(2), Optional.empty());
    }

    /** 1,827 points of 43,848 hours. */
    @Benchmark
    public PricePage fiveYearsByDay() throws SQLException {
        return read(Duration.ofDays(5 * 365 + 2), Optional.of(Resolution.DAY));
    }

    @Benchmark
    public Optional<LatestPrice> latest() throws SQLException {
        turn++;
        return new PriceTable(connection, "SDAC", zone()).latest();
    }

    private PricePage read(Duration length, Optional<Resolution> resolution) throws SQLException {
        turn++;
        Instant from = FIRST.plus(Duration.ofDays(365L * (turn % (YEARS - 5))));
        PriceQuery query =
                new PriceQuery("SDAC", zone(), from, from.plus(length), Optional.empty(), resolution, 10_000);
        return new PricePages(connection, query).read();
    }

    private String zone() {
        return zones.get(turn % zones.size());
    }
}
