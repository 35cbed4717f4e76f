package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.optibid.market.CsvMapping;
import energy.optibid.market.ImportReport;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.platform.Actor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The published prices of six years, against a reading of the file that is slow and plain. */
class RealPricesIT {
    private static final String DATA = System.getProperty("optibid.testdata", "");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        assumeTrue(!DATA.isEmpty(), "the property optibid.testdata names no folder of real market data");
        connection = MarketPostgres.shared().connect();
    }

    @AfterEach
    void close() throws SQLException {
        if (connection != null) {
            connection.rollback();
            connection.close();
        }
    }

    @Test
    void loadShouldStoreEachValueWhenTheFileHasAFixedOffset() throws SQLException, IOException {
        ImportReport report = load("DE", germany());
        Plain plain = plain("DE");

        assertThat(report.rowsRead()).isEqualTo(plain.rows);
        assertThat(report.pricesStored()).isEqualTo(plain.rows);
        assertThat(report.fundamentalsStored()).isEqualTo(2 * plain.rows);
        assertThat(report.from()).isEqualTo(Instant.parse("2012-01-08T23:00:00Z"));
        assertThat(report.to()).isEqualTo(Instant.parse("2017-12-31T23:00:00Z"));
        assertThat(number("select sum(price) from prices where zone_id = 2")).isEqualByComparingTo(plain.price);
        assertThat(number("select sum(value_mw) from fundamentals where zone_id = 2 and series = 'load'"))
                .isEqualByComparingTo(plain.first);
        assertThat(number("select sum(value_mw) from fundamentals where zone_id = 2 and series = 'wind-solar'"))
                .isEqualByComparingTo(plain.second);
        assertThat(number("select price from prices where zone_id = 2 and delivery_start = '2016-01-04T11:00:00Z'"))
                .isEqualByComparingTo(plain.noon);
    }

    @Test
    void loadShouldChangeNothingWhenRealPricesComeAgain() throws SQLException, IOException {
        ImportReport first = load("DE", germany());
        ImportReport again = load("DE", germany());

        assertThat(again.sha256()).isEqualTo(first.sha256());
        assertThat(again.pricesUnchanged()).isEqualTo(first.pricesStored());
        assertThat(again.fundamentalsUnchanged()).isEqualTo(first.fundamentalsStored());
        assertThat(again.pricesStored() + again.pricesRevised() + again.fundamentalsRevised())
                .isZero();
    }

    @Test
    void loadShouldTrimHeadersWhenTheNordicFileHasBlanks() throws SQLException, IOException {
        CsvMapping nordic = CsvMapping.of("SDAC", "NP", "Date", ZoneOffset.ofHours(1))
                .price("Price")
                .fundamental("load", "Grid load forecast")
                .fundamental("wind", "Wind power forecast")
                .build();

        assertThat(load("NP", nordic).pricesStored()).isEqualTo(plain("NP").rows);
    }

    private static CsvMapping germany() {
        return CsvMapping.of("SDAC", "DE_AT_LU", "1", ZoneId.of("+01:00"))
                .price("Price")
                .fundamental("load", "Ampirion Load Forecast")
                .fundamental("wind-solar", "PV+Wind Forecast")
                .build();
    }

    private ImportReport load(String name, CsvMapping mapping) throws SQLException, IOException {
        try (InputStream file = Files.newInputStream(file(name))) {
            return new PriceLoader(connection, CLOCK, ImportLimits.DEFAULT).load(Actor.system(), mapping, file);
        }
    }

    private static Path file(String name) {
        return Path.of(DATA, "epf", name + ".csv.gz");
    }

    private BigDecimal number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getBigDecimal(1);
        }
    }

    private static Plain plain(String name) throws IOException {
        Plain plain = new Plain();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file(name))), StandardCharsets.UTF_8))) {
            lines.readLine();
            lines.lines().map(line -> line.split(",", -1)).forEach(plain::add);
        }
        return plain;
    }

    private static final class Plain {
        private long rows;
        private BigDecimal price = BigDecimal.ZERO;
        private BigDecimal first = BigDecimal.ZERO;
        private BigDecimal second = BigDecimal.ZERO;
        private BigDecimal noon = BigDecimal.ZERO;

        private void add(String[] fields) {
            rows++;
            price = price.add(new BigDecimal(fields[1]));
            first = first.add(new BigDecimal(fields[2]));
            second = second.add(new BigDecimal(fields[3]));
            if (fields[0].equals("2016-01-04 12:00:00")) {
                noon = new BigDecimal(fields[1]);
            }
        }
    }
}
