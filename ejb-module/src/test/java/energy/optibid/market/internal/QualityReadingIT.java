package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.optibid.market.AuctionTimes;
import energy.optibid.market.CsvMapping;
import energy.optibid.market.NoRulesException;
import energy.optibid.market.OrderRules;
import energy.optibid.market.ProductNotTradedException;
import energy.optibid.market.QualityKind;
import energy.optibid.market.QualityQuery;
import energy.optibid.market.QualityReport;
import energy.optibid.market.RuleItem;
import energy.optibid.market.RuleSet;
import energy.optibid.market.RuleSource;
import energy.optibid.market.SdacRules;
import energy.optibid.market.SeriesQuality;
import energy.optibid.market.TooManySeriesException;
import energy.optibid.market.UnknownProductException;
import energy.optibid.market.UnknownZoneException;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.platform.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of series as imports store them. */
class QualityReadingIT {
    private static final String DATA = System.getProperty("optibid.testdata", "");
    private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");

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

    @Test
    void everyKindShouldBeFoundInSeriesAsTheyAreStored() throws SQLException {
        load(
                mapping().price("price").knownAt("known"),
                hours(25, hour -> hour == 3 ? "" : 50 + hour + ",2024-10-26T10:00:00Z"));
        load(mapping().price("price").knownAt("known"), hours(25, hour -> hour == 9 ? "99,2024-10-27T12:00:00Z" : ""));
        load(
                mapping().fundamental("load-forecast", "price").knownAt("known"),
                hours(
                        25,
                        hour -> (hour < 7 ? 900 : -hour)
                                + (hour == 20 ? ",2024-10-26T23:00:00Z" : ",2024-10-26T08:00:00Z")));
        load(mapping().fundamental("load-forecast", "price").knownAt("known").minutes(15), """
                time,price,known
                2024-10-27T06:15:00Z,7,2024-10-26T08:00:00Z
                """);

        QualityReport report = report(List.of(), "2024-10-27", "2024-10-27");

        assertThat(report.timeZone()).isEqualTo(ZoneId.of("Europe/Brussels"));
        assertThat(report.currency()).isEqualTo("EUR");
        assertThat(report.asOf()).isEqualTo(NOW);
        assertThat(report.series()).extracting(SeriesQuality::series).containsExactly("price", "load-forecast");
        assertThat(texts(report.series().get(0)))
                .containsExactly(
                        "GAP 2024-10-27T01:00:00Z/2024-10-27T02:00:00Z 1 no value",
                        "REVISION 2024-10-27T07:00:00Z/2024-10-27T08:00:00Z 1 2 different values",
                        "LATE_CORRECTION 2024-10-27T07:00:00Z/2024-10-27T08:00:00Z 1"
                                + " 59.00 in time, 99.00 from 2024-10-27T12:00:00Z on",
                        "CLOCK_CHANGE 2024-10-27T01:00:00Z/2024-10-27T02:00:00Z 1 the second 02:00 to 03:00 is missing");
        assertThat(report.series().get(0).storedValues()).isEqualTo(25);
        assertThat(report.series().get(0).presentPeriods()).isEqualTo(24);
        assertThat(texts(report.series().get(1)).limit(5))
                .containsExactly(
                        "DUPLICATE 2024-10-27T06:15:00Z/2024-10-27T06:30:00Z 1 values of 15 minutes within one of 60",
                        "LATE 2024-10-27T18:00:00Z/2024-10-27T19:00:00Z 1"
                                + " known from 2024-10-26T23:00:00Z on, due by 2024-10-26T10:00:00Z",
                        "OUT_OF_RANGE 2024-10-27T05:00:00Z/2024-10-27T06:00:00Z 1 -7 below 0",
                        "OUT_OF_RANGE 2024-10-27T06:00:00Z/2024-10-27T07:00:00Z 1 -8 below 0",
                        "OUT_OF_RANGE 2024-10-27T07:00:00Z/2024-10-27T08:00:00Z 1 -9 below 0");
        assertThat(texts(report.series().get(1)))
                .contains("FROZEN 2024-10-26T22:00:00Z/2024-10-27T05:00:00Z 7 always 900");
        assertThat(report.series().get(1).minutes()).containsExactly(15, 60);
    }

    @Test
    void correctionOfOneInstantShouldBeReadInTheOrderOfItsRevisions() throws SQLException {
        for (String price : List.of("20", "21", "22")) {
            load(mapping().price("price"), "time,price\n2024-01-10T00:00:00Z," + price + "\n");
        }

        SeriesQuality quality =
                report(List.of("price"), "2024-01-10", "2024-01-10").series().get(0);

        assertThat(quality.storedValues()).isEqualTo(3);
        assertThat(texts(quality)).contains("REVISION 2024-01-10T00:00:00Z/2024-01-10T01:00:00Z 1 3 different values");
        assertThat(quality.findings()).noneMatch(finding -> finding.kind() == QualityKind.LATE_CORRECTION);
    }

    @Test
    void seriesShouldBeThoseThatTheZoneHasOnAnyDayAndThoseThatAreNamed() throws SQLException {
        load(mapping().fundamental("wind", "price").fundamental("load", "price"), hours(2, hour -> "1"));

        QualityReport all = report(List.of(), "2024-06-01", "2024-06-02");
        QualityReport named = report(List.of("price", "nobody-sent-it", "price"), "2024-06-01", "2024-06-02");

        assertThat(all.series()).extracting(SeriesQuality::series).containsExactly("load", "wind");
        assertThat(named.series()).extracting(SeriesQuality::series).containsExactly("price", "nobody-sent-it");
        for (SeriesQuality series :
                Stream.concat(all.series().stream(), named.series().stream()).toList()) {
            assertThat(texts(series)).containsExactly("GAP 2024-05-31T22:00:00Z/2024-06-02T22:00:00Z 48 no value");
        }
    }

    @Test
    void priceShouldBeOutOfRangeWhereTheCapWasLoweredAfterIt() throws SQLException {
        load(mapping().price("price"), "time,price\n2027-01-05T10:00:00Z,3900\n2027-01-05T10:15:00Z,1000\n");
        new RuleChange(connection, NOW).add(capped(LocalDate.of(2027, 1, 5), "1000"));

        SeriesQuality quality =
                report(List.of("price"), "2027-01-05", "2027-01-05").series().get(0);

        assertThat(texts(quality))
                .containsExactly("OUT_OF_RANGE 2027-01-05T10:00:00Z/2027-01-05T10:15:00Z 1 3900.00 above 1000");
        assertThat(quality.notYetDuePeriods()).isEqualTo(94);
        assertThat(quality.expectedPeriods()).isEqualTo(2);
    }

    @Test
    void questionShouldBeRefusedWhereItCannotBeAnswered() throws SQLException {
        assertThatThrownBy(() -> report("SDAQ", "DE_LU", "2024-01-10")).isInstanceOf(UnknownProductException.class);
        assertThatThrownBy(() -> report("SDAC", "XX", "2024-01-10")).isInstanceOf(UnknownZoneException.class);
        assertThatThrownBy(() -> report("SDAC", "GB", "2024-01-10")).isInstanceOf(ProductNotTradedException.class);
        assertThatThrownBy(() -> report(List.of(), "2009-12-31", "2010-01-01"))
                .isInstanceOf(NoRulesException.class)
                .hasMessageContaining("2009-12-31");
        assertThatThrownBy(() -> report(List.of(), "2024-01-02", "2024-01-01"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> report(List.of(), "2024-01-01", "2025-01-01"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(report(List.of("load"), "2024-01-01", "2024-12-31")
                        .series()
                        .get(0)
                        .expectedPeriods())
                .as("366 days")
                .isEqualTo(366 * 24);
    }

    @Test
    void seriesShouldHaveToBeNamedWhereThereAreTooMany() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select market_ensure_partitions('fundamentals', '2024-01-10', '2024-01-10')");
            statement.execute("""
                    insert into fundamentals (zone_id, series, delivery_start, minutes, known_at, value_mw, simulated, import_id)
                    select 1, 's' || n, '2024-01-10', 60, '2024-01-09', n, false, gen_random_uuid() from generate_series(1, 51) n
                    """);
        }

        assertThatThrownBy(() -> report(List.of(), "2024-01-10", "2024-01-10"))
                .isInstanceOf(TooManySeriesException.class)
                .hasMessageContaining("50");
        assertThat(report(List.of("s51"), "2024-01-10", "2024-01-10").series()).hasSize(1);
    }

    @Test
    void valuesShouldBeReadByThePrimaryKeyWithoutASort() throws SQLException {
        load(mapping().price("price"), hours(25, hour -> "1"));

        assertThat(plan("explain select delivery_start, minutes, known_at, price, simulated from prices"
                        + " where product_id = 1 and zone_id = 1 and delivery_start >= '2024-10-26'"
                        + " and delivery_start < '2024-10-28' order by delivery_start, known_at, revision"))
                .contains("Index Scan using prices_2024_10_pkey")
                .doesNotContain("Sort");
    }

    /** The German prices of a leap year; runs of equal prices as PostgreSQL itself finds them. */
    @Test
    void yearOfRealPricesShouldBeCompleteWithTheRunsThatSqlFinds() throws SQLException, IOException {
        assumeTrue(!DATA.isEmpty(), "the property optibid.testdata names no folder of real market data");
        try (InputStream file = Files.newInputStream(Path.of(DATA, "epf", "DE.csv.gz"))) {
            CsvMapping mapping = CsvMapping.of("SDAC", "DE_AT_LU", "1", ZoneId.of("+01:00"))
                    .price("Price")
                    .fundamental("load", "Ampirion Load Forecast")
                    .build();
            new PriceLoader(connection, Clock.fixed(NOW, ZoneOffset.UTC), ImportLimits.DEFAULT)
                    .load(Actor.system(), mapping, file);
        }

        QualityReport report = new QualityReading(
                        connection,
                        new QualityQuery(
                                "SDAC",
                                "DE_AT_LU",
                                List.of(),
                                LocalDate.of(2016, 1, 1),
                                LocalDate.of(2016, 12, 31),
                                Duration.ofHours(2),
                                50),
                        NOW)
                .report();

        assertThat(report.series()).extracting(SeriesQuality::series).containsExactly("price", "load");
        for (SeriesQuality series : report.series()) {
            assertThat(series.presentPeriods()).isEqualTo(366 * 24);
            assertThat(series.expectedPeriods()).isEqualTo(366 * 24);
        }
        long runs = number("""
                select count(*) from (
                    select count(*) from (
                        select price, delivery_start - interval '1 hour' * row_number() over (partition by price order by delivery_start) as island
                          from prices where zone_id = 2
                           and delivery_start >= '2015-12-31T23:00:00Z' and delivery_start < '2016-12-31T23:00:00Z') p
                     where price <> 0 group by price, island having count(*) >= 2) runs
                """);
        assertThat(runs).isPositive();
        assertThat(report.series().get(0).counts().stream()
                        .filter(count -> count.kind() == QualityKind.FROZEN)
                        .findFirst())
                .hasValueSatisfying(count -> assertThat(count.findings()).isEqualTo(runs));
    }

    private static RuleSet capped(LocalDate from, String maxPrice) {
        RuleSet sdac = SdacRules.ALL.get(2);
        OrderRules orders = sdac.orders();
        AuctionTimes times = sdac.times();
        return new RuleSet(
                "SDAC",
                from,
                Optional.empty(),
                sdac.timeZone(),
                sdac.timeUnit(),
                "EUR",
                times,
                new OrderRules(
                        orders.minPrice(),
                        new BigDecimal(maxPrice),
                        orders.priceTick(),
                        orders.minQuantityMw(),
                        orders.maxQuantityMw(),
                        orders.quantityStepMw(),
                        orders.curve(),
                        orders.maxCurvePoints(),
                        orders.kinds()),
                Stream.of(RuleItem.values())
                        .map(item -> new RuleSource(item, false, "test"))
                        .toList());
    }

    private static CsvMapping.Builder mapping() {
        return CsvMapping.of("SDAC", "DE_LU", "time", ZoneOffset.UTC);
    }

    private interface Cells {
        String of(int hour);
    }

    /** Rows of the day of 25 hours, 2024-10-27, with what follows the time; none where nothing does. */
    private static String hours(int count, Cells cells) {
        StringBuilder csv = new StringBuilder("time,price,known\n");
        for (int hour = 0; hour < count; hour++) {
            String rest = cells.of(hour);
            if (!rest.isEmpty()) {
                csv.append(Instant.parse("2024-10-26T22:00:00Z").plus(Duration.ofHours(hour)))
                        .append(',')
                        .append(rest.contains(",") ? rest : rest + ",")
                        .append('\n');
            }
        }
        return csv.toString();
    }

    private void load(CsvMapping.Builder mapping, String csv) throws SQLException {
        new PriceLoader(connection, Clock.fixed(NOW, ZoneOffset.UTC), ImportLimits.DEFAULT)
                .load(Actor.system(), mapping.build(), new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private QualityReport report(List<String> series, String first, String last) throws SQLException {
        return report("SDAC", "DE_LU", series, first, last);
    }

    private QualityReport report(String product, String zone, String day) throws SQLException {
        return report(product, zone, List.of(), day, day);
    }

    private QualityReport report(String product, String zone, List<String> series, String first, String last)
            throws SQLException {
        QualityQuery query = new QualityQuery(
                product, zone, series, LocalDate.parse(first), LocalDate.parse(last), Duration.ofHours(6), 50);
        return new QualityReading(connection, query, NOW).report();
    }

    private static Stream<String> texts(SeriesQuality quality) {
        return quality.findings().stream()
                .map(finding -> finding.kind() + " " + finding.start() + "/" + finding.end() + " " + finding.periods()
                        + " " + finding.detail());
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private String plan(String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local enable_seqscan = off");
            statement.execute("set local enable_bitmapscan = off");
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }
}
