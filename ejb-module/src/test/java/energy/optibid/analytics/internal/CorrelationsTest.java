package energy.optibid.analytics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.optibid.analytics.Bucket;
import energy.optibid.analytics.CorrelationReport.Pair;
import energy.optibid.analytics.PriceSelection;
import energy.optibid.analytics.PriceSums;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CorrelationsTest {
    private static final PriceSelection SELECTION = new PriceSelection(
            "SDAC",
            List.of("AT", "DE_LU", "FR"),
            LocalDate.of(2024, 10, 26),
            LocalDate.of(2024, 10, 28),
            ZoneId.of("Europe/Brussels"),
            Bucket.HOUR);

    @Test
    void pairsShouldBeTheUpperTriangleWithItsDiagonal() {
        List<PriceSums> hours = new ArrayList<>();
        for (int i = 0; i < 73; i++) {
            hours.add(hour("AT", i, i));
            hours.add(hour("DE_LU", i, 1_000 - 2.5 * i));
            hours.add(hour("FR", i, 42));
        }

        List<Pair> pairs = new Correlations(SELECTION, hours).pairs();

        assertThat(pairs)
                .extracting(pair -> pair.zoneCode() + " " + pair.otherZoneCode())
                .containsExactly("AT AT", "AT DE_LU", "AT FR", "DE_LU DE_LU", "DE_LU FR", "FR FR");
        assertThat(pairs).allSatisfy(pair -> assertThat(pair.hours()).isEqualTo(73));
        assertThat(pairs.get(0).correlation())
                .hasValueSatisfying(one -> assertThat(one).isEqualByComparingTo("1"));
        assertThat(pairs.get(1).correlation())
                .hasValueSatisfying(one -> assertThat(one).isEqualByComparingTo("-1"));
        assertThat(pairs.get(2).correlation()).as("a price that never changes").isEmpty();
        assertThat(pairs.get(5).correlation()).isEmpty();
    }

    @Test
    void pairShouldCountOnlyTheHoursInWhichBothHaveAPrice() {
        SplittableRandom random = new SplittableRandom(11);
        List<PriceSums> hours = new ArrayList<>();
        List<double[]> both = new ArrayList<>();
        for (int i = 0; i < 73; i++) {
            double one = random.nextInt(10_000) / 100.0;
            double other = one / 2 + random.nextInt(5_000) / 100.0;
            boolean hasOne = random.nextInt(4) > 0;
            boolean hasOther = random.nextInt(4) > 0;
            if (hasOne) {
                hours.add(hour("AT", i, one));
            }
            if (hasOther) {
                hours.add(hour("DE_LU", i, other));
            }
            if (hasOne && hasOther) {
                both.add(new double[] {one, other});
            }
        }

        Pair pair = new Correlations(SELECTION, hours).pairs().get(1);

        assertThat(pair.hours()).isEqualTo(both.size());
        assertThat(pair.correlation().orElseThrow().doubleValue()).isCloseTo(naive(both), within(1e-6));
    }

    @Test
    void correlationShouldBeAbsentBelowThreeHours() {
        List<PriceSums> hours = List.of(hour("AT", 0, 1), hour("AT", 1, 2), hour("DE_LU", 0, 1), hour("DE_LU", 1, 2));

        assertThat(new Correlations(SELECTION, hours).pairs())
                .allSatisfy(pair -> assertThat(pair.correlation()).isEmpty());
    }

    /** n Σxy − Σx Σy over the roots of n Σx² − (Σx)² and n Σy² − (Σy)². */
    private static double naive(List<double[]> both) {
        double n = both.size();
        double x = both.stream().mapToDouble(p -> p[0]).sum();
        double y = both.stream().mapToDouble(p -> p[1]).sum();
        double xx = both.stream().mapToDouble(p -> p[0] * p[0]).sum();
        double yy = both.stream().mapToDouble(p -> p[1] * p[1]).sum();
        double xy = both.stream().mapToDouble(p -> p[0] * p[1]).sum();
        return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
    }

    private static PriceSums hour(String zone, int hour, double price) {
        Instant start = SELECTION.from().plus(Duration.ofHours(hour));
        return Sums.of(zone, start, String.valueOf(price));
    }
}
