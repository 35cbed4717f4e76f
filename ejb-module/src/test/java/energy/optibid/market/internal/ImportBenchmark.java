package energy.optibid.market.internal;

import energy.optibid.market.CsvMapping;
import energy.optibid.market.ImportReport;
import energy.optibid.market.internal.csv.CsvSeriesReader;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.platform.Actor;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Seconds for one million quarter-hourly prices from CSV into PostgreSQL, commit included; one million divided by them
 * is rows a second. Ten files are ten zones over three years, one file is one zone over twenty-eight.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 1)
@Measurement(iterations = 4)
public class ImportBenchmark {
    private static final int ROWS = 1_000_000;
    private static final List<String> ZONES =
            List.of("DE_LU", "AT", "FR", "NL", "BE", "DK1", "DK2", "NO1", "NO2", "SE3");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    @Param({"10", "1"})
    int files;

    private byte[] csv = {};
    private byte[] otherCsv = {};

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @Setup(Level.Trial)
    public void connect() throws SQLException {
        csv = csv(ROWS / files, 1);
        otherCsv = csv(ROWS / files, 2);
        connection = MarketPostgres.shared().connect();
    }

    @TearDown(Level.Trial)
    public void close() throws SQLException {
        connection.close();
    }

    private void empty() throws SQLException {
        try (Connection administrator = MarketPostgres.shared().administrator();
                Statement statement = administrator.createStatement()) {
            statement.execute("truncate prices");
            statement.execute("checkpoint");
        }
    }

    /** The table is empty before. */
    @State(Scope.Thread)
    public static class Empty {
        @Setup(Level.Invocation)
        public void prepare(ImportBenchmark benchmark) throws SQLException {
            benchmark.empty();
        }
    }

    /** All rows are there before. */
    @State(Scope.Thread)
    public static class Full {
        @Setup(Level.Invocation)
        public void prepare(ImportBenchmark benchmark) throws SQLException {
            benchmark.empty();
            benchmark.load(benchmark.csv);
        }
    }

    @Benchmark
    public long firstLoad(Empty table) throws SQLException {
        return load(csv);
    }

    @Benchmark
    public long ontoTheSameRows(Full table) throws SQLException {
        return load(csv);
    }

    @Benchmark
    public long ontoRowsThatAllDiffer(Full table) throws SQLException {
        return load(otherCsv);
    }

    /** Without a database: reading, checking, encoding into columns. */
    @Benchmark
    public long readOnly() throws SQLException {
        long rows = 0;
        var rules = new MarketTables(connection).allRules("SDAC");
        for (String zone : ZONES.subList(0, files)) {
            rows += new CsvSeriesReader(mapping(zone), rules, ImportLimits.DEFAULT)
                    .read(new ByteArrayInputStream(csv), chunk -> {})
                    .rows();
        }
        return rows;
    }

    private long load(byte[] file) throws SQLException {
        long rows = 0;
        for (String zone : ZONES.subList(0, files)) {
            ImportReport report = new PriceLoader(connection, CLOCK, ImportLimits.DEFAULT)
                    .load(Actor.system(), mapping(zone), new ByteArrayInputStream(file));
            connection.commit();
            rows += report.rowsRead();
        }
        return rows;
    }

    private static CsvMapping mapping(String zone) {
        return CsvMapping.of("SDAC", zone, "time", ZoneOffset.UTC)
                .price("price")
                .build();
    }

    private static byte[] csv(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("time,price\n");
        Instant start = Instant.parse("2025-10-01T00:00:00Z");
        for (int i = 0; i < rows; i++) {
            int cents = random.nextInt(-5_000, 30_000);
            text.append(start.plusSeconds(i * 900L).toString(), 0, 16)
                    .append("Z,")
                    .append(cents / 100)
                    .append('.')
                    .append(Math.abs(cents / 10 % 10))
                    .append(Math.abs(cents % 10))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
