package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.optibid.market.FileReport;
import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.ImportReport;
import energy.optibid.market.PriceFileKind;
import energy.optibid.market.QuarantinedRow;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.platform.Actor;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bulk files of the test data, each row of which is stored or in the quarantine; and files that somebody broke. */
class BulkFilesIT {
    private static final String DATA = System.getProperty("optibid.testdata", "");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
    private static final String HEADER =
            "\uFEFFDateTime(UTC)\tResolutionCode\tAreaCode\tPrice[Currency/MWh]\tCurrency\tUpdateTime(UTC)\n";
    private static final String FI = "10YFI-1--------U";

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = MarketPostgres.shared().connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2021_12_DayAheadPrices_12.1.D.csv.gz",
        "2022_03_DayAheadPrices_12.1.D.csv.gz",
        "2022_10_DayAheadPrices_12.1.D.csv.gz"
    })
    void fileShouldBeStoredToTheRow(String name) throws SQLException, IOException {
        assumeTrue(!DATA.isEmpty(), "the property optibid.testdata names no folder of real market data");

        FileReport report = load(Files.newInputStream(Path.of(DATA, "entsoe-day-ahead-bulk", name)));

        Plain plain = plain(name);
        assertThat(stored()).isEqualTo(plain.sums);
        assertThat(report.file().rowsRead()).isEqualTo(plain.rows);
        assertThat(report.imports().stream()
                                .mapToLong(ImportReport::pricesStored)
                                .sum()
                        + report.file().rowsQuarantined())
                .isEqualTo(plain.rows);
        assertThat(report.file().rowsQuarantined()).isEqualTo(plain.unfit);
        assertThat(report.imports()).hasSize(plain.sums.size());

        FileReport again = load(Files.newInputStream(Path.of(DATA, "entsoe-day-ahead-bulk", name)));
        assertThat(again.imports())
                .allSatisfy(each ->
                        assertThat(each.pricesStored() + each.pricesRevised()).isZero());
        assertThat(again.file().id()).isEqualTo(report.file().id());
        assertThat(new FileTable(connection).newest(10)).hasSize(1);
    }

    @Test
    void rowsThatDoNotFitShouldBeInTheQuarantineAsTheyCame() throws SQLException {
        FileReport report = load(file(
                "2022-10-01 00:00:00.000\tPT60M\t" + FI + "\t12.5\tEUR\t2022-09-30 15:01:14.014",
                "2022-10-01 01:00:00.000\tPT60M\t10YCH-SWISSGRIDZ\t12.5\tEUR\t2022-09-30 10:43:34.034",
                "2022-10-01 01:00:00.000\tPT15M\t" + FI + "\t12.5\tEUR\t2022-09-30 10:43:34.034",
                "2022-10-01 01:00:00.000\tPT60M\t" + FI + "\t12.5\tBGN\t2022-09-30 10:43:34.034",
                "2022-10-01 00:00:00.000\tPT60M\t" + FI + "\t13.5\tEUR\t2022-09-30 10:43:34.034",
                "2022-10-01 02:30:00.000\tPT60M\t" + FI + "\t12.5\tEUR\t2022-09-30 10:43:34.034",
                "yesterday\tPT60M\t" + FI + "\t12.5\tEUR\t2022-09-30 10:43:34.034",
                "2022-10-01 03:00:00.000\tPT60M\t" + FI + "\tn/a\tEUR\t2022-09-30 10:43:34.034",
                "2022-10-01 03:00:00.000\tPT60M\t" + FI + "\t4000.01\tEUR\t2022-09-30 10:43:34.034",
                "2022-10-01 03:00:00.000\tPT60M\t" + FI + "\t0.1234567\tEUR\t2022-09-30 10:43:34.034",
                "2022-10-01 03:00:00.000\tPT60M\t" + FI + "\t12.5\tEUR\tnever",
                "1999-10-01 03:00:00.000\tPT60M\t" + FI + "\t12.5\tEUR\t2022-09-30 10:43:34.034",
                "2022-10-01 03:00:00.000\tPT60M\t" + FI,
                "2022-10-01 04:00:00.000\tPT60M\t" + FI + "\t-1.5\tEUR\t2022-09-30 09:00:00.000",
                "2124-10-01 04:00:00.000\tPT15M\t" + FI + "\t12.5\tEUR\t2022-09-30 10:43:34.034"));

        List<QuarantinedRow> rows =
                new FileTable(connection).quarantined(report.file().id(), 0, 100);
        assertThat(rows.stream().map(row -> row.line() + " " + row.code()))
                .containsExactly(
                        "3 area-unknown",
                        "4 resolution-mismatch",
                        "5 currency-differs",
                        "6 duplicate-instant",
                        "7 time-off-grid",
                        "8 time-malformed",
                        "9 number-malformed",
                        "10 price-beyond-cap",
                        "11 price-too-fine",
                        "12 known-at-malformed",
                        "13 no-rules",
                        "14 column-count",
                        "16 no-rules");
        assertThat(rows.get(0).content()).startsWith("2022-10-01 01:00:00.000\tPT60M\t10YCH-SWISSGRIDZ\t");
        assertThat(new FileTable(connection).quarantined(report.file().id(), 12, 1))
                .containsExactly(rows.get(10));
        assertThat(stored()).containsOnly(Map.entry("FI", new Sum(2, "11")));
        assertThat(instant("select known_at from prices order by delivery_start limit 1"))
                .as("the time of results")
                .isEqualTo("2022-09-30T10:45:00Z");
        assertThat(instant("select known_at from prices order by delivery_start desc limit 1"))
                .as("an update before that")
                .isEqualTo("2022-09-30T09:00:00Z");
    }

    @Test
    void whatIsNoSuchFileShouldBeRefusedAndLeaveNothing() throws SQLException {
        for (String text : List.of(
                "", "a\tb\n1\t2\n", "DateTime\tResolutionCode\tAreaCode\tPrice\tCurrency\n", "PK\u0003\u0004zip")) {
            assertThatThrownBy(() -> load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                    .as(text)
                    .isInstanceOf(ImportRefusedException.class);
        }
        assertThat(stored()).isEmpty();
        assertThat(new FileTable(connection).newest(10)).isEmpty();
    }

    private static InputStream file(String... rows) {
        return new ByteArrayInputStream((HEADER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private FileReport load(InputStream file) throws SQLException {
        return new FileLoader(connection, CLOCK, ImportLimits.DEFAULT)
                .load(Actor.system(), PriceFileKind.ENTSOE_DAY_AHEAD_PRICES, "SDAC", file);
    }

    private record Sum(long rows, String sum) {}

    private Map<String, Sum> stored() throws SQLException {
        Map<String, Sum> sums = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select z.code, count(*), sum(p.price) from prices p join zones z on z.id = p.zone_id group by 1")) {
            while (row.next()) {
                sums.put(row.getString(1), new Sum(row.getLong(2), plain(row.getBigDecimal(3))));
            }
        }
        return sums;
    }

    private Instant instant(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return PriceTable.instant(row, 1);
        }
    }

    private record Plain(Map<String, Sum> sums, long rows, long unfit) {}

    /** With the codes that the file itself has for zones; those of Italy differ from ours. */
    private static final Map<String, String> ITALY = Map.of(
            "IT-NORTH", "IT_NORD",
            "IT-CNORTH", "IT_CNOR",
            "IT-CSOUTH", "IT_CSUD",
            "IT-SOUTH", "IT_SUD",
            "IT-Calabria", "IT_CALA",
            "IT-Sicily", "IT_SICI",
            "IT-Sardinia", "IT_SARD");

    private static Plain plain(String name) throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, Long> counts = new TreeMap<>();
        long rows = 0;
        long unfit = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(DATA, "entsoe-day-ahead-bulk", name))),
                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                rows++;
                if (!cells[1].equals("PT60M")
                        || !cells[7].equals("EUR")
                        || cells[5].matches("CH|RS|UA_.*|NO2NSL|IT-SACO..")) {
                    unfit++;
                } else {
                    String zone = ITALY.getOrDefault(cells[5], cells[5]);
                    sums.merge(zone, new BigDecimal(cells[6]), BigDecimal::add);
                    counts.merge(zone, 1L, Long::sum);
                }
            }
        }
        Map<String, Sum> plain = new TreeMap<>();
        sums.forEach((zone, sum) -> plain.put(zone, new Sum(counts.getOrDefault(zone, 0L), plain(sum))));
        return new Plain(plain, rows, unfit);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
