package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.KnownPrice;
import energy.optibid.market.PricePage;
import energy.optibid.market.PricePoint;
import energy.optibid.market.PriceQuery;
import energy.optibid.market.Resolution;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of prices by each resolution, against the same made slowly from the prices that are known. */
class PricePagesIT {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Instant FIRST = Instant.parse("2024-03-30T00:00:00Z");
    private static final Duration RANGE = Duration.ofDays(3);
    private static final Instant AS_OF = FIRST.minus(Duration.ofHours(10));

    private final MarketPostgres postgres = MarketPostgres.shared();
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = postgres.administrator();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void pagesShouldBeThePricesThatAreKnown(long seed) throws SQLException {
        SplittableRandom random = new SplittableRandom(seed);
        store(random);
        for (int i = 0; i < 40; i++) {
            PriceQuery query = query(random);
            List<PricePoint> paged = pages(query);

            assertThat(paged)
                    .as(query.toString())
                    .usingElementComparator(NUMERICALLY)
                    .isEqualTo(slowly(query));
        }
    }

    @Test
    void pageShouldEndWhereMoreWouldBeTooManyPeriods() throws SQLException {
        Instant far = FIRST.plus(Duration.ofDays(3_000));
        insert(FIRST, 60, FIRST, 1);
        insert(far, 60, FIRST, 2);

        for (Optional<Resolution> resolution :
                List.of(Optional.<Resolution>empty(), Optional.of(Resolution.HOUR), Optional.of(Resolution.MONTH))) {
            PriceQuery query =
                    new PriceQuery("SDAC", "DE_LU", FIRST, far.plusSeconds(1), Optional.empty(), resolution, 10_000);
            PricePage first = new PricePages(connection, query).read();

            assertThat(first.points()).hasSize(1);
            assertThat(first.next()).isPresent();
            assertThat(pages(query).stream().map(point -> point.price().intValueExact()))
                    .containsExactly(1, 2);
        }
    }

    private static final Comparator<PricePoint> NUMERICALLY = Comparator.comparing(PricePoint::start)
            .thenComparing(PricePoint::minutes)
            .thenComparing(PricePoint::price)
            .thenComparing(PricePoint::knownAt)
            .thenComparing(PricePoint::simulated);

    private void store(SplittableRandom random) throws SQLException {
        List<Integer> lengths = List.of(15, 30, 60);
        Instant start = FIRST;
        while (start.isBefore(FIRST.plus(RANGE))) {
            int minutes = lengths.get(random.nextInt(lengths.size()));
            for (int i = 0; i < 60 / minutes; i++) {
                int versions = random.nextInt(4);
                for (int version = 0; version < versions; version++) {
                    insert(
                            start.plus(Duration.ofMinutes((long) i * minutes)),
                            minutes,
                            FIRST.minus(Duration.ofHours(2 + 6L * version)),
                            random.nextInt(-500, 4_000));
                }
            }
            start = start.plus(Duration.ofHours(1));
        }
    }

    private void insert(Instant start, int minutes, Instant knownAt, int price) throws SQLException {
        try (Statement partitions = connection.createStatement()) {
            partitions.execute("select market_ensure_partitions('prices', '" + start + "', '" + start + "')");
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into prices (product_id, zone_id, delivery_start, minutes, known_at, price, simulated, import_id)"
                        + " values (1, 1, ?, ?, ?, ?, ?, gen_random_uuid())")) {
            insert.setObject(1, PriceTable.utc(start));
            insert.setInt(2, minutes);
            insert.setObject(3, PriceTable.utc(knownAt));
            insert.setInt(4, price);
            insert.setBoolean(5, price % 2 == 0);
            insert.execute();
        }
    }

    private static PriceQuery query(SplittableRandom random) {
        Instant from = FIRST.plus(Duration.ofMinutes(random.nextInt(0, (int) RANGE.toMinutes())));
        int resolution = random.nextInt(Resolution.values().length + 1);
        return new PriceQuery(
                "SDAC",
                "DE_LU",
                from,
                from.plus(Duration.ofMinutes(random.nextInt(1, (int) RANGE.toMinutes()))),
                random.nextBoolean() ? Optional.of(AS_OF) : Optional.empty(),
                Stream.of(Resolution.values()).skip(resolution).findFirst(),
                random.nextInt(1, 40));
    }

    private List<PricePoint> pages(PriceQuery query) throws SQLException {
        List<PricePoint> all = new ArrayList<>();
        Optional<Instant> from = Optional.of(query.from());
        while (from.isPresent()) {
            PricePage page = new PricePages(connection, from(query, from.get())).read();
            assertThat(page.points()).hasSizeLessThanOrEqualTo(query.most());
            all.addAll(page.points());
            assertThat(page.next().filter(from.get()::isBefore)).isEqualTo(page.next());
            from = page.next();
        }
        return all;
    }

    private static PriceQuery from(PriceQuery query, Instant from) {
        return new PriceQuery(
                query.productCode(),
                query.zoneCode(),
                from,
                query.to(),
                query.asOf(),
                query.resolution(),
                query.most());
    }

    private List<PricePoint> slowly(PriceQuery query) throws SQLException {
        Duration hour = Duration.ofHours(1);
        List<PricePoint> known = new PriceTable(connection, query.productCode(), query.zoneCode())
                .known(query.from().minus(hour), query.to(), query.asOf()).stream()
                        .flatMap(price -> query.resolution().equals(Optional.of(Resolution.QUARTER_HOUR))
                                ? quarters(price)
                                : Stream.of(point(price)))
                        .filter(point -> !point.start().isBefore(query.from())
                                && point.start().isBefore(query.to()))
                        .toList();
        return query.resolution()
                .filter(by -> by != Resolution.QUARTER_HOUR)
                .map(by -> known.stream()
                        .collect(Collectors.groupingBy(
                                point -> startOf(point.start(), by), TreeMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(bucket -> mean(bucket.getKey(), bucket.getValue()))
                        .toList())
                .orElse(known);
    }

    private static PricePoint point(KnownPrice price) {
        return new PricePoint(
                price.period().start(),
                (int) price.period().duration().toMinutes(),
                price.price(),
                price.knownAt(),
                price.simulated());
    }

    private static Stream<PricePoint> quarters(KnownPrice price) {
        return Stream.iterate(
                        price.period().start(),
                        start -> start.isBefore(price.period().end()),
                        start -> start.plus(Duration.ofMinutes(15)))
                .map(start -> new PricePoint(start, 15, price.price(), price.knownAt(), price.simulated()));
    }

    private static Instant startOf(Instant start, Resolution resolution) {
        ZonedDateTime local = start.atZone(BRUSSELS);
        return switch (resolution) {
            case QUARTER_HOUR, HOUR -> local.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> local.toLocalDate().atStartOfDay(BRUSSELS).toInstant();
            case MONTH ->
                local.toLocalDate().withDayOfMonth(1).atStartOfDay(BRUSSELS).toInstant();
        };
    }

    private static PricePoint mean(Instant start, List<PricePoint> points) {
        int minutes = points.stream().mapToInt(PricePoint::minutes).sum();
        BigDecimal sum = points.stream()
                .map(point -> point.price().multiply(BigDecimal.valueOf(point.minutes())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new PricePoint(
                start,
                minutes,
                sum.divide(BigDecimal.valueOf(minutes), 6, RoundingMode.HALF_UP),
                points.stream()
                        .map(PricePoint::knownAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                points.stream().anyMatch(PricePoint::simulated));
    }
}
