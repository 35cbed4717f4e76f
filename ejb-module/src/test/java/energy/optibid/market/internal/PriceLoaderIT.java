package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.market.CsvMapping;
import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.ImportFinding;
import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.ImportReport;
import energy.optibid.market.KnownPrice;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.platform.Actor;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceLoaderIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");
    private static final Instant DAY = Instant.parse("2024-01-09T23:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2024-01-10T23:00:00Z");
    private static final String FOUR_HOURS = """
            time,price,load
            2024-01-10 00:00,10.00,45000.5
            2024-01-10 01:00,20.5,46000
            2024-01-10 02:00,-30.25,47000.125
            2024-01-10 03:00,0,0.0
            """;

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
    void loadShouldStorePricesAndFundamentalsWhenNothingIsThere() throws SQLException {
        ImportReport report = load(prices().fundamental("load", "load").build(), FOUR_HOURS);

        assertThat(report.rowsRead()).isEqualTo(4);
        assertThat(report.pricesStored()).isEqualTo(4);
        assertThat(report.fundamentalsStored()).isEqualTo(4);
        assertThat(report.from()).isEqualTo(DAY);
        assertThat(report.to()).isEqualTo(DAY.plus(Duration.ofHours(4)));
        assertThat(report.bytesRead()).isEqualTo(FOUR_HOURS.length());
        assertThat(new ImportTable(connection).report(report.id())).isEqualTo(report);
        assertThat(values(known(Optional.empty()))).containsExactly("10.00", "20.50", "-30.25", "0.00");
        assertThat(known(Optional.empty()).get(0).knownAt()).isEqualTo(Instant.parse("2024-01-09T11:45:00Z"));
        assertThat(text("select string_agg(value_mw::text, ' ' order by delivery_start) from fundamentals"
                        + " where zone_id = 1 and series = 'load'"))
                .isEqualTo("45000.5 46000 47000.125 0.0");
    }

    @Test
    void loadShouldChangeNothingWhenTheFileComesAgain() throws SQLException {
        load(prices().fundamental("load", "load").build(), FOUR_HOURS);
        ImportReport again = load(prices().fundamental("load", "load").build(), FOUR_HOURS);

        assertThat(again.pricesUnchanged()).isEqualTo(4);
        assertThat(again.fundamentalsUnchanged()).isEqualTo(4);
        assertThat(again.pricesStored() + again.pricesRevised()).isZero();
        assertThat(text("select count(*) from prices where zone_id = 1")).isEqualTo("4");
    }

    @Test
    void loadShouldKeepRevisionWhenValueChanged() throws SQLException {
        load(prices().build(), FOUR_HOURS);
        ImportReport changed = load(prices().build(), FOUR_HOURS.replace("20.5,", "21.5,"));
        ImportReport back = load(prices().build(), FOUR_HOURS);

        assertThat(changed.pricesRevised()).isEqualTo(1);
        assertThat(changed.pricesUnchanged()).isEqualTo(3);
        assertThat(back.pricesRevised()).isEqualTo(1);
        assertThat(values(known(Optional.empty()))).containsExactly("10.00", "20.50", "-30.25", "0.00");
        assertThat(text("select string_agg(revision || ':' || price, ' ' order by revision) from prices"
                        + " where zone_id = 1 and delivery_start = '2024-01-10T00:00:00Z'"))
                .isEqualTo("0:20.50 1:21.50 2:20.50");
    }

    @Test
    void knownShouldAnswerAsOfWhenValuesBecameKnownLater() throws SQLException {
        String early = "time;known;price\n2024-01-10 00:00;2024-01-09 12:45;10\n2024-01-10 01:00;2024-01-09 12:45;20\n";
        String late = "time;known;price\n2024-01-10 00:00;2024-01-11 09:00;11\n2024-01-10 01:00;2024-01-09 12:45;20\n";
        load(prices().knownAt("known").build(), early);
        ImportReport second = load(prices().knownAt("known").build(), late);

        assertThat(second.pricesStored()).isEqualTo(1);
        assertThat(second.pricesUnchanged()).isEqualTo(1);
        assertThat(known(Optional.of(Instant.parse("2024-01-09T11:44:59Z")))).isEmpty();
        assertThat(values(known(Optional.of(Instant.parse("2024-01-09T11:45:00Z")))))
                .containsExactly("10.00", "20.00");
        assertThat(values(known(Optional.of(Instant.parse("2024-01-11T08:00:00Z")))))
                .containsExactly("11.00", "20.00");
    }

    @Test
    void loadShouldStoreNothingWhenOneRowIsBad() {
        String bad = FOUR_HOURS.replace("-30.25", "4000.01").replace("2024-01-10 03:00", "2024-01-10 03:07");

        assertThatThrownBy(() -> load(prices().build(), bad))
                .isInstanceOfSatisfying(ImportRefusedException.class, refused -> {
                    assertThat(refused.total()).isEqualTo(2);
                    assertThat(refused.findings())
                            .extracting(ImportFinding::code)
                            .containsExactly(ImportErrorCode.PRICE_BEYOND_CAP, ImportErrorCode.TIME_OFF_GRID);
                    assertThat(refused.findings().get(0).path()).isEqualTo("line 4, column price");
                });
        assertThat(sqlText("select count(*) from prices where zone_id = 1")).isEqualTo("0");
    }

    @Test
    void coverageAndLatestShouldFollowTheStoredPrices() throws SQLException {
        PriceTable table = new PriceTable(connection, "SDAC", "DE_LU");
        assertThat(table.coverage()).isEmpty();
        assertThat(table.latest()).isEmpty();

        load(prices().build(), FOUR_HOURS);

        assertThat(table.coverage()).hasValueSatisfying(coverage -> {
            assertThat(coverage.firstDeliveryDate()).isEqualTo(LocalDate.of(2024, 1, 10));
            assertThat(coverage.lastDeliveryDate()).isEqualTo(LocalDate.of(2024, 1, 10));
            assertThat(coverage.simulated()).isFalse();
        });
        assertThat(table.latest()).hasValueSatisfying(latest -> {
            assertThat(latest.period().start()).isEqualTo(Instant.parse("2024-01-10T02:00:00Z"));
            assertThat(latest.price()).isEqualByComparingTo("0");
        });

        load(prices().simulated().build(), FOUR_HOURS.replace("2024-01-10", "2024-01-12"));
        assertThat(table.coverage())
                .hasValueSatisfying(coverage -> assertThat(coverage.simulated()).isTrue());
    }

    @Test
    void loadShouldWaitForTheOtherWhenTwoFilesOfAZoneComeAtOnce() throws Exception {
        CsvMapping latvia =
                CsvMapping.of("SDAC", "LV", "time", BERLIN).price("price").build();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (Connection other = MarketPostgres.shared().connect()) {
            load(latvia, FOUR_HOURS);
            Future<ImportReport> second = executor.submit(() -> load(other, latvia, FOUR_HOURS));
            connection.commit();

            assertThat(second.get(60, TimeUnit.SECONDS).pricesUnchanged()).isEqualTo(4);
            other.rollback();
        } finally {
            executor.shutdownNow();
            connection.commit();
            try (Connection administrator = MarketPostgres.shared().administrator();
                    Statement statement = administrator.createStatement()) {
                statement.execute("delete from prices where zone_id = 20");
            }
        }
    }

    @Test
    void loadShouldKeepRowsApartWhenTheFileIsNotInOrder() throws SQLException {
        StringBuilder csv = new StringBuilder("time,price\n");
        Instant start = Instant.parse("2018-01-01T00:00:00Z");
        for (int i = 0; i < 50_000; i++) {
            csv.append(start.plusSeconds(3600L * (i * 7919L % 50_000)))
                    .append(',')
                    .append(i)
                    .append(".00\n");
        }
        ImportReport first =
                load(prices().build(), csv.toString().replace(".00", ".0").replaceAll(",\\d+", ",1"));
        ImportReport again = load(prices().build(), csv.toString().replaceAll(",\\d+", ",2"));

        assertThat(first.pricesStored()).isEqualTo(50_000);
        assertThat(again.pricesRevised()).isEqualTo(50_000);
        assertThat(text("select count(*) || ' ' || sum(price) from prices where zone_id = 1 and revision = 1"))
                .isEqualTo("50000 100000.00");
    }

    @Test
    void knownShouldReadThePrimaryKeyWhenAskedAsOf() throws SQLException {
        load(prices().build(), FOUR_HOURS);

        assertThat(plan("explain select distinct on (delivery_start) delivery_start, price from prices"
                        + " where product_id = 1 and zone_id = 1 and delivery_start >= '2024-01-09'"
                        + " and delivery_start < '2024-01-11' and known_at <= '2024-01-10'"
                        + " order by delivery_start desc, known_at desc, revision desc"))
                .contains("Index Scan Backward using prices_2024_01_pkey")
                .doesNotContain("Sort");
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

    private CsvMapping.Builder prices() {
        return CsvMapping.of("SDAC", "DE_LU", "time", BERLIN).price("price");
    }

    private ImportReport load(CsvMapping mapping, String csv) throws SQLException {
        return load(connection, mapping, csv);
    }

    private static ImportReport load(Connection connection, CsvMapping mapping, String csv) throws SQLException {
        return new PriceLoader(connection, Clock.fixed(NOW, ZoneOffset.UTC), ImportLimits.DEFAULT)
                .load(Actor.system(), mapping, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private List<KnownPrice> known(Optional<Instant> asOf) throws SQLException {
        return new PriceTable(connection, "SDAC", "DE_LU").known(DAY, NEXT_DAY, asOf);
    }

    private static List<String> values(List<KnownPrice> prices) {
        return prices.stream()
                .map(KnownPrice::price)
                .map(BigDecimal::toPlainString)
                .collect(Collectors.toList());
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private String sqlText(String sql) {
        try {
            return text(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
