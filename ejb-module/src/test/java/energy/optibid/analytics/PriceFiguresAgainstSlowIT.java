package energy.optibid.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.optibid.analytics.DurationCurve.Point;
import energy.optibid.analytics.PriceStatistics.Quantile;
import energy.optibid.analytics.SpreadReport.Spread;
import energy.optibid.market.KnownPrice;
import energy.optibid.market.SdacRules;
import energy.optibid.market.internal.PriceTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures against slow ones, which are made of a list with one price for each quarter-hour, on random prices. */
class PriceFiguresAgainstSlowIT {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private StoredFigures stored;

    @BeforeEach
    void open() throws SQLException {
        stored = new StoredFigures();
    }

    @AfterEach
    void close() throws SQLException {
        stored.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1,2024-03-30,2024-04-01",
        "2,2024-10-26,2024-10-28",
        "3,2025-09-29,2025-10-01",
        "4,2024-01-01,2025-12-31"
    })
    void statisticsShouldBeThoseOfTheQuarterHours(long seed, LocalDate first, LocalDate last) throws SQLException {
        stored.files().storeAtRandom(seed);
        for (String zone : PriceFiles.ZONES) {
            List<KnownPrice> known = known(zone, first, last);
            List<BigDecimal> sorted = quarters(known, any -> true);
            Collections.sort(sorted);

            PriceStatistics prices = stored.statistics(zone, first, last);

            assertThat(prices.periods()).isEqualTo(known.size());
            assertThat(prices.priced()).isEqualTo(QUARTER.multipliedBy(sorted.size()));
            assertThat(prices.missingPeriods()).isEqualTo(missing(known, first, last));
            assertThat(prices.meanPrice()).isEqualTo(mean(sorted));
            assertThat(prices.standardDeviation().orElseThrow().doubleValue())
                    .isCloseTo(deviation(sorted), within(1e-6));
            assertThat(prices.quantiles().stream().map(Quantile::price))
                    .usingElementComparator(Comparator.naturalOrder())
                    .containsExactly(at(sorted, 5), at(sorted, 25), at(sorted, 50), at(sorted, 75), at(sorted, 95));
            assertThat(prices.minPrice()).isEqualTo(first(known, sorted.get(0)));
            assertThat(prices.maxPrice()).isEqualTo(first(known, sorted.get(sorted.size() - 1)));
            assertThat(prices.peak().meanPrice()).isEqualTo(mean(quarters(known, PriceFiguresAgainstSlowIT::isPeak)));
            assertThat(prices.offPeak().meanPrice()).isEqualTo(mean(quarters(known, at -> !isPeak(at))));
            assertThat(prices.negative().time())
                    .isEqualTo(QUARTER.multipliedBy(
                            sorted.stream().filter(price -> price.signum() < 0).count()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 97, 250, 10_000})
    void curveShouldBeThatOfTheSortedQuarterHours(int points) throws SQLException {
        stored.files().storeAtRandom(points);
        LocalDate first = LocalDate.of(2024, 1, 1);
        LocalDate last = LocalDate.of(2025, 12, 31);
        List<KnownPrice> known = known("FR", first, last);
        List<BigDecimal> falling = quarters(known, any -> true);
        falling.sort(Comparator.reverseOrder());

        DurationCurve curve = stored.curve("FR", first, last, points);

        assertThat(curve.exact()).isEqualTo(known.size() <= points);
        assertThat(curve.points())
                .usingElementComparator(Comparator.comparing(Point::share).thenComparing(Point::price))
                .isEqualTo(curve.exact() ? steps(falling) : samples(falling, points));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void spreadsShouldBeThoseOfThePeriodsThatBothHave(long seed) throws SQLException {
        LocalDate first = LocalDate.of(2025, 10, 25);
        LocalDate last = LocalDate.of(2025, 10, 27);
        storeDays(seed, first, last);

        List<Spread> spreads = stored.spreads(first, last, PriceFiles.ZONES.toArray(String[]::new));

        assertThat(spreads).hasSize(3);
        for (Spread spread : spreads) {
            SlowSpread slow = new SlowSpread(
                    known(spread.pair().zoneCode(), first, last),
                    known(spread.pair().otherZoneCode(), first, last));
            assertThat(spread.mean()).isEqualTo(mean(slow.spreads()));
            assertThat(spread.meanAbsolute())
                    .isEqualTo(mean(slow.spreads().stream().map(BigDecimal::abs).toList()));
            assertThat(spread.common())
                    .isEqualTo(QUARTER.multipliedBy(slow.spreads().size()));
            assertThat(spread.missing()).isEqualTo(QUARTER.multipliedBy(slow.missing()));
            assertThat(spread.min().orElseThrow().value()).isEqualByComparingTo(Collections.min(slow.spreads()));
            assertThat(spread.max().orElseThrow().value()).isEqualByComparingTo(Collections.max(slow.spreads()));
            assertThat(spread.above().plus(spread.below()).plus(spread.equal())).isEqualTo(spread.common());
            assertThat(spread.above())
                    .isEqualTo(QUARTER.multipliedBy(slow.spreads().stream()
                            .filter(difference -> difference.signum() > 0)
                            .count()));
        }
    }

    /** Of each zone and day periods of one length, a seventh of them without a price; few prices, so that some are equal. */
    private void storeDays(long seed, LocalDate first, LocalDate last) throws SQLException {
        SplittableRandom random = new SplittableRandom(seed);
        for (String zone : PriceFiles.ZONES) {
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                int minutes = List.of(15, 30, 60).get(random.nextInt(3));
                Instant start = PriceFiles.startOf(day);
                long minutesOfDay = Duration.between(start, PriceFiles.startOf(day.plusDays(1)))
                        .toMinutes();
                List<String> prices = new ArrayList<>();
                for (int i = 0; i < minutesOfDay / minutes; i++) {
                    prices.add(random.nextInt(7) == 0 ? "" : String.valueOf(random.nextInt(-3, 9)));
                }
                stored.files().store(zone, start, minutes, prices);
            }
        }
    }

    private List<KnownPrice> known(String zone, LocalDate first, LocalDate last) throws SQLException {
        return new PriceTable(stored.connection(), "SDAC", zone)
                .known(PriceFiles.startOf(first), PriceFiles.startOf(last.plusDays(1)), Optional.empty());
    }

    /** The price of each period as often as it has quarter-hours. */
    private static List<BigDecimal> quarters(List<KnownPrice> known, Predicate<Instant> start) {
        List<BigDecimal> quarters = new ArrayList<>();
        for (KnownPrice price : known) {
            if (start.test(price.period().start())) {
                long count = price.period().duration().dividedBy(QUARTER);
                quarters.addAll(Collections.nCopies((int) count, price.price()));
            }
        }
        return quarters;
    }

    private static boolean isPeak(Instant start) {
        LocalDateTime clock = LocalDateTime.ofInstant(start, PriceFiles.BRUSSELS);
        return !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(clock.getDayOfWeek())
                && clock.toLocalTime().toString().compareTo("08:00") >= 0
                && clock.toLocalTime().toString().compareTo("20:00") < 0;
    }

    private static Optional<BigDecimal> mean(List<BigDecimal> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), 6, RoundingMode.HALF_EVEN));
    }

    private static double deviation(List<BigDecimal> values) {
        double mean =
                values.stream().mapToDouble(BigDecimal::doubleValue).average().orElseThrow();
        return Math.sqrt(values.stream()
                .mapToDouble(value -> Math.pow(value.doubleValue() - mean, 2))
                .average()
                .orElseThrow());
    }

    /** The n-th of the sorted values, where n is the least whole number that is at least so much of their count. */
    private static BigDecimal at(List<BigDecimal> sorted, int percent) {
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }

    private static Optional<Extreme> first(List<KnownPrice> known, BigDecimal value) {
        return known.stream()
                .filter(price -> price.price().compareTo(value) == 0)
                .findFirst()
                .map(price -> new Extreme(price.price(), price.period().start()));
    }

    private static long missing(List<KnownPrice> known, LocalDate first, LocalDate last) {
        Set<Instant> priced = new HashSet<>();
        for (KnownPrice price : known) {
            for (Instant at = price.period().start(); at.isBefore(price.period().end()); at = at.plus(QUARTER)) {
                priced.add(at);
            }
        }
        long missing = 0;
        Instant end = PriceFiles.startOf(last.plusDays(1));
        Instant at = PriceFiles.startOf(first);
        while (at.isBefore(end)) {
            boolean hourly = at.isBefore(PriceFiles.startOf(SdacRules.QUARTERS));
            Instant next = at.plus(hourly ? Duration.ofHours(1) : QUARTER);
            boolean whole = true;
            for (; at.isBefore(next); at = at.plus(QUARTER)) {
                whole &= priced.contains(at);
            }
            missing += whole ? 0 : 1;
        }
        return missing;
    }

    private static List<Point> steps(List<BigDecimal> falling) {
        List<Point> steps = new ArrayList<>();
        for (int i = 0; i < falling.size(); i++) {
            boolean last = i + 1 == falling.size() || falling.get(i + 1).compareTo(falling.get(i)) != 0;
            if (last) {
                steps.add(new Point(ratio(i + 1, falling.size()), falling.get(i)));
            }
        }
        return steps;
    }

    private static List<Point> samples(List<BigDecimal> falling, int points) {
        List<Point> samples = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            BigDecimal place = BigDecimal.valueOf((long) i * falling.size())
                    .divide(BigDecimal.valueOf(points - 1L), 0, RoundingMode.CEILING);
            samples.add(new Point(ratio(i, points - 1), falling.get(Math.max(0, place.intValueExact() - 1))));
        }
        return samples;
    }

    private static BigDecimal ratio(int part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_EVEN);
    }
}
