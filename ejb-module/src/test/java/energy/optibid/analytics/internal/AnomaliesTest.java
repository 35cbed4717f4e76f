package energy.optibid.analytics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.optibid.analytics.Anomaly;
import energy.optibid.analytics.AnomalySearch;
import energy.optibid.analytics.Bucket;
import energy.optibid.analytics.PriceSelection;
import energy.optibid.analytics.PriceSums;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AnomaliesTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Test
    void lookShouldFindTheHourThatDiffersFromTheSameHourOfTheWeek() {
        LocalDate day = LocalDate.of(2024, 3, 6);
        Anomalies anomalies = look(day, 8, "3.5", at -> {
            int week = (int) ChronoUnit.WEEKS.between(at.toLocalDate(), day);
            boolean asked = at.toLocalDate().equals(day) && at.getHour() == 18;
            return asked ? "142.1" : String.valueOf(60 + week % 3 + at.getHour() * 0.5);
        });

        assertThat(anomalies.judged()).isEqualTo(24);
        assertThat(anomalies.unjudged()).isZero();
        assertThat(anomalies.found()).singleElement().satisfies(anomaly -> {
            assertThat(anomaly.start()).isEqualTo(Instant.parse("2024-03-06T17:00:00Z"));
            // Before: 70 69+2 69 70 71 69 70 71 = sorted 69 69 70 70 70 71 71 71: median 70, distances 1 1 0 0 0 1 1 1.
            assertThat(anomaly.median()).isEqualByComparingTo("70");
            assertThat(anomaly.deviation()).isEqualByComparingTo("1");
            assertThat(anomaly.score()).isEqualByComparingTo("48.63");
            assertThat(anomaly.reason())
                    .isEqualTo("142.10 EUR/MWh on Wednesday 2024-03-06 18:00 is 48.63 robust standard deviations above"
                            + " 70.00, the median of the same hour in 8 of the 8 weeks before (median absolute"
                            + " deviation 1.00)");
        });
    }

    @Test
    void lookShouldTakeTheMeanDeviationWhenMostPricesAreEqual() {
        LocalDate day = LocalDate.of(2024, 3, 6);
        Anomalies anomalies = look(
                day,
                4,
                "3.5",
                at -> at.toLocalDate().equals(day) ? "-90" : at.toLocalDate().equals(day.minusWeeks(2)) ? "4" : "0");

        // The distances of 0 0 0 4 from 0: their median is 0, their mean 1.
        assertThat(anomalies.found()).hasSize(24).allSatisfy(anomaly -> {
            assertThat(anomaly.deviation()).isEqualByComparingTo("1");
            assertThat(anomaly.score()).isEqualByComparingTo("-71.81");
            assertThat(anomaly.reason()).contains("below 0.00", "mean absolute deviation 1.00");
        });
    }

    @Test
    void lookShouldNotJudgeWhenAllPricesBeforeAreEqualOrTooFew() {
        LocalDate day = LocalDate.of(2024, 3, 6);

        assertThat(look(day, 8, "3.5", at -> at.toLocalDate().equals(day) ? "500" : "50")
                        .unjudged())
                .isEqualTo(24);
        Anomalies few = look(
                day,
                8,
                "3.5",
                at -> at.toLocalDate().isBefore(day.minusWeeks(3)) ? "" : at.getHour() + "." + at.getDayOfMonth());
        assertThat(few.unjudged()).isEqualTo(24);
        assertThat(few.found()).isEmpty();
    }

    @Test
    void lookShouldJudgeEveryHourOfTheDaysOnWhichTheClockChanges() {
        assertThat(look(LocalDate.of(2024, 3, 31), 8, "1000", at -> at.getHour() + "." + at.getDayOfMonth())
                        .judged())
                .isEqualTo(23);
        assertThat(look(LocalDate.of(2024, 10, 27), 8, "1000", at -> at.getHour() + "." + at.getDayOfMonth())
                        .judged())
                .isEqualTo(25);
    }

    @Test
    void scoresShouldBeThoseOfTheFormulaOnRandomPrices() {
        SplittableRandom random = new SplittableRandom(5);
        LocalDate day = LocalDate.of(2024, 7, 10);
        List<PriceSums> hours = hours(day, 6, at -> String.valueOf(Math.round(random.nextDouble() * 10_000) / 100.0));
        Anomalies anomalies = new Anomalies(search(day, 6, "0.01"), "EUR");
        anomalies.look(hours);

        assertThat(anomalies.found()).hasSizeGreaterThan(15);
        for (Anomaly anomaly : anomalies.found()) {
            double[] before = hours.stream()
                    .filter(hour -> hour.start().isBefore(anomaly.start())
                            && ChronoUnit.HOURS.between(hour.start(), anomaly.start()) % 168 == 0)
                    .mapToDouble(hour -> hour.meanPrice().doubleValue())
                    .sorted()
                    .toArray();
            double median = (before[2] + before[3]) / 2;
            double[] distances = Arrays.stream(before)
                    .map(price -> Math.abs(price - median))
                    .sorted()
                    .toArray();
            double mad = (distances[2] + distances[3]) / 2;
            double price = anomaly.price().doubleValue();
            assertThat(anomaly.score().doubleValue()).isCloseTo(0.6745 * (price - median) / mad, within(0.006));
        }
    }

    private static Anomalies look(LocalDate day, int weeks, String threshold, Function<ZonedDateTime, String> price) {
        Anomalies anomalies = new Anomalies(search(day, weeks, threshold), "EUR");
        anomalies.look(hours(day, weeks, price));
        return anomalies;
    }

    private static AnomalySearch search(LocalDate day, int weeks, String threshold) {
        return new AnomalySearch(
                new PriceSelection("SDAC", List.of("AT"), day, day, BRUSSELS, Bucket.HOUR),
                weeks,
                new BigDecimal(threshold));
    }

    /** The hours of the weeks before and of the day; none where the price is empty. */
    private static List<PriceSums> hours(LocalDate day, int weeks, Function<ZonedDateTime, String> price) {
        List<PriceSums> hours = new ArrayList<>();
        Instant end = day.plusDays(1).atStartOfDay(BRUSSELS).toInstant();
        Instant start = day.minusWeeks(weeks).atStartOfDay(BRUSSELS).toInstant();
        for (Instant at = start; at.isBefore(end); at = at.plus(1, ChronoUnit.HOURS)) {
            String value = price.apply(at.atZone(BRUSSELS));
            if (!value.isEmpty()) {
                hours.add(Sums.of("AT", at, value));
            }
        }
        return hours;
    }
}
