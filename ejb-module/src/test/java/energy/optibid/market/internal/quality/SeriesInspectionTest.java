package energy.optibid.market.internal.quality;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.QualityCount;
import energy.optibid.market.QualityFinding;
import energy.optibid.market.QualityKind;
import energy.optibid.market.SeriesQuality;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesInspectionTest {

    @Test
    void firstFindingsShouldBeListedAndAllCounted() {
        HandMade gaps = new HandMade().kept(2);
        for (int hour = 0; hour < 24; hour += 2) {
            gaps.value(
                    Instant.parse("2024-01-09T23:00:00Z")
                            .plus(Duration.ofHours(hour))
                            .toString(),
                    60,
                    "-1");
        }

        SeriesQuality quality = gaps.look("load", "2024-01-10", "2024-01-10");

        assertThat(quality.counts().stream().map(QualityCount::kind)).containsExactly(QualityKind.values());
        assertThat(quality.counts())
                .contains(
                        new QualityCount(QualityKind.GAP, 12, 12),
                        new QualityCount(QualityKind.OUT_OF_RANGE, 12, 12),
                        new QualityCount(QualityKind.FROZEN, 0, 0));
        assertThat(quality.findings().stream().map(QualityFinding::kind))
                .containsExactly(QualityKind.GAP, QualityKind.GAP, QualityKind.OUT_OF_RANGE, QualityKind.OUT_OF_RANGE);
        assertThat(quality.findings().get(1).start()).isEqualTo(Instant.parse("2024-01-10T02:00:00Z"));
    }

    @Test
    void findingThatIsNotListedShouldNotBeJoinedToOneThatIs() {
        HandMade hours = new HandMade()
                .kept(1)
                .run("2024-01-09T23:00:00Z", 60, 24, HandMade::hourly)
                .without("2024-01-10T00:00:00Z", "2024-01-10T02:00:00Z", "2024-01-10T03:00:00Z");

        SeriesQuality quality = hours.look("price", "2024-01-10", "2024-01-10");

        assertThat(HandMade.found(QualityKind.GAP, quality))
                .containsExactly("2024-01-10T00:00:00Z/2024-01-10T01:00:00Z 1 no value");
        assertThat(quality.counts()).contains(new QualityCount(QualityKind.GAP, 2, 3));
    }

    @Test
    void seriesShouldSayHowFreshItIsAndWhetherItIsSimulated() {
        SeriesQuality quality = new HandMade()
                .value("2024-01-10T05:00:00Z", 60, "2024-01-09T10:00:00Z", "1")
                .value("2024-01-10T05:00:00Z", 60, "2024-01-09T12:00:00Z", "2")
                .value("2024-01-10T06:00:00Z", 60, "2024-01-09T11:00:00Z", "3")
                .look("load", "2024-01-10", "2024-01-10");

        assertThat(quality.knownUntil()).isEqualTo(Optional.of(Instant.parse("2024-01-09T12:00:00Z")));
        assertThat(quality.simulated()).isFalse();
        assertThat(quality.series()).isEqualTo("load");
    }

    /** Against a count that asks of each hour alone; three days in each case, with a change of the clock among them. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-30, 2024-04-01, 2024-03-29T23:00:00Z, 71",
        "2024-10-26, 2024-10-28, 2024-10-25T22:00:00Z, 73",
        "2024-06-01, 2024-06-03, 2024-05-31T22:00:00Z, 72"
    })
    void countsShouldBeThoseOfAPlainReadingInRandomCases(String first, String last, String start, int hours) {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            int[] values = new int[hours];
            HandMade series = new HandMade();
            for (int hour = 0; hour < hours; hour++) {
                values[hour] = random.nextInt(8) > 0 ? random.nextInt(4) == 0 ? random.nextInt(3) : 1 : -1;
                if (values[hour] >= 0) {
                    series.value(
                            Instant.parse(start).plus(Duration.ofHours(hour)).toString(), 60, "" + values[hour]);
                }
            }

            SeriesQuality quality = series.frozenHours(3).look("price", first, last);

            assertThat(count(quality, QualityKind.GAP)).as("seed %s", seed).isEqualTo(gaps(values));
            assertThat(count(quality, QualityKind.FROZEN)).as("seed %s", seed).isEqualTo(frozen(values));
            assertThat(quality.expectedPeriods()).isEqualTo(hours);
        }
    }

    private static QualityCount count(SeriesQuality quality, QualityKind kind) {
        return quality.counts().stream()
                .filter(count -> count.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static QualityCount gaps(int[] values) {
        long findings = 0;
        long periods = 0;
        for (int i = 0; i < values.length; i++) {
            periods += values[i] < 0 ? 1 : 0;
            findings += values[i] < 0 && (i == 0 || values[i - 1] >= 0) ? 1 : 0;
        }
        return new QualityCount(QualityKind.GAP, findings, periods);
    }

    private static QualityCount frozen(int[] values) {
        long findings = 0;
        long periods = 0;
        for (int from = 0; from < values.length; from++) {
            boolean begins = values[from] > 0 && (from == 0 || values[from - 1] != values[from]);
            int to = from;
            while (begins && to < values.length && values[to] == values[from]) {
                to++;
            }
            if (begins && to - from >= 3) {
                findings++;
                periods += to - from;
            }
        }
        return new QualityCount(QualityKind.FROZEN, findings, periods);
    }
}
