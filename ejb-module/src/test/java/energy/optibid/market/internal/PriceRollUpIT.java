package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.CsvMapping;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The roll-ups that imports keep, against the same sums made slowly from the prices that a reader gets. */
class PriceRollUpIT {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-01T08:00:00Z"), ZoneOffset.UTC);
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2024, 3, 30), LocalDate.of(2024, 10, 26), LocalDate.of(2025, 9, 30));

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = MarketPostgres.shared().administrator();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void rollUpsShouldEqualTheSumsOfTheKnownPricesAfterEachOfManyImports(long seed) throws SQLException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 12; i++) {
            load(random);
            assertThat(hours())
                    .isEqualTo(expected(
                            start -> start.truncatedTo(ChronoUnit.HOURS).toString()));
            assertThat(days())
                    .isEqualTo(expected(
                            start -> start.atZone(BRUSSELS).toLocalDate().toString()));
        }
        Map<String, Sums> kept = hours();
        Map<String, Sums> keptDays = days();

        execute("truncate price_hours, price_days");
        execute("select market_roll_up_prices(1::smallint, 1::smallint, '2024-01-01', '2026-01-01')");

        assertThat(hours()).isEqualTo(kept);
        assertThat(days()).isEqualTo(keptDays);
    }

    @Test
    void daysShouldHaveTheHoursOfTheTradingDayWhenClocksChange() throws SQLException {
        for (String day : List.of("2024-03-31", "2024-06-01", "2024-10-27")) {
            Instant start = LocalDate.parse(day).atStartOfDay(BRUSSELS).toInstant();
            Instant end =
                    LocalDate.parse(day).plusDays(1).atStartOfDay(BRUSSELS).toInstant();
            StringBuilder csv = new StringBuilder("time,price\n");
            for (Instant at = start; at.isBefore(end); at = at.plus(Duration.ofHours(1))) {
                csv.append(at).append(",10\n");
            }
            load(mapping().build(), csv.toString());
        }

        assertThat(days().entrySet().stream()
                        .map(day -> day.getKey() + " " + day.getValue().minutes()))
                .containsExactly("2024-03-31 1380", "2024-06-01 1440", "2024-10-27 1500");
    }

    /** A file of one of the days and the one after it, in periods of a random length, some with a known instant. */
    private void load(SplittableRandom random) throws SQLException {
        int minutes = List.of(15, 30, 60).get(random.nextInt(3));
        boolean known = random.nextBoolean();
        LocalDate day = DAYS.get(random.nextInt(DAYS.size()));
        Instant start = day.atStartOfDay(BRUSSELS).toInstant().plus(Duration.ofHours(random.nextInt(20)));
        List<String> rows = new ArrayList<>();
        int count = random.nextInt(1, 60);
        for (int i = 0; i < count; i++) {
            Instant at = start.plus(Duration.ofMinutes((long) minutes * i));
            if (random.nextInt(5) > 0) {
                rows.add(at + "," + at.minus(Duration.ofHours(random.nextInt(1, 4) * 6L)) + ","
                        + BigDecimal.valueOf(random.nextLong(-4_900, 30_000), random.nextInt(1, 5)));
            }
        }
        if (!rows.isEmpty()) {
            CsvMapping.Builder mapping = mapping().minutes(minutes);
            load(
                    known ? mapping.knownAt("known").build() : mapping.build(),
                    "time,known,price\n" + String.join("\n", rows));
        }
    }

    private static CsvMapping.Builder mapping() {
        return CsvMapping.of("SDAC", "DE_LU", "time", ZoneOffset.UTC).price("price");
    }

    private void load(CsvMapping mapping, String csv) throws SQLException {
        new PriceLoader(connection, CLOCK, ImportLimits.DEFAULT)
                .load(Actor.system(), mapping, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private record Sums(
            int periods,
            long minutes,
            String min,
            String max,
            String priceMinutes,
            String squares,
            Instant knownUntil) {}

    private Map<String, Sums> expected(Function<Instant, String> bucket) throws SQLException {
        return new PriceTable(connection, "SDAC", "DE_LU")
                .known(FIRST, LAST, Optional.empty()).stream()
                        .collect(Collectors.groupingBy(
                                price -> bucket.apply(price.period().start()),
                                TreeMap::new,
                                Collectors.collectingAndThen(Collectors.toList(), PriceRollUpIT::sums)));
    }

    private static Sums sums(List<KnownPrice> prices) {
        BigDecimal priceMinutes = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        long minutes = 0;
        for (KnownPrice price : prices) {
            long length = price.period().duration().toMinutes();
            BigDecimal weighted = price.price().multiply(BigDecimal.valueOf(length));
            minutes += length;
            priceMinutes = priceMinutes.add(weighted);
            squares = squares.add(weighted.multiply(price.price()));
        }
        List<BigDecimal> values =
                prices.stream().map(KnownPrice::price).sorted().toList();
        return new Sums(
                prices.size(),
                minutes,
                plain(values.get(0)),
                plain(values.get(values.size() - 1)),
                plain(priceMinutes),
                plain(squares),
                prices.stream()
                        .map(KnownPrice::knownAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private Map<String, Sums> hours() throws SQLException {
        return stored("to_char(hour_start at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')", "price_hours");
    }

    private Map<String, Sums> days() throws SQLException {
        return stored("delivery_date::text", "price_days");
    }

    private Map<String, Sums> stored(String bucket, String table) throws SQLException {
        Map<String, Sums> stored = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select " + bucket + ", periods, minutes, price_min, price_max,"
                        + " price_minutes, price_squared_minutes, known_until from " + table
                        + " where product_id = 1 and zone_id = 1")) {
            while (rows.next()) {
                stored.put(
                        rows.getString(1),
                        new Sums(
                                rows.getInt(2),
                                rows.getLong(3),
                                plain(rows.getBigDecimal(4)),
                                plain(rows.getBigDecimal(5)),
                                plain(rows.getBigDecimal(6)),
                                plain(rows.getBigDecimal(7)),
                                PriceTable.instant(rows, 8)));
            }
        }
        return stored;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
