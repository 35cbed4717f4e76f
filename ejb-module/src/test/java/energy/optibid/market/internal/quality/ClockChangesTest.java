package energy.optibid.market.internal.quality;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.QualityKind;
import energy.optibid.market.RuleSet;
import energy.optibid.market.SeriesQuality;
import energy.optibid.quantity.MarketTimeUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Days on which the clock of Brussels changes at 01:00 UTC: 2024-03-31 of 23 hours, 2024-10-27 and 2026-10-25 of 25. */
class ClockChangesTest {
    private static final String SPRING = "2024-03-31";
    private static final String AUTUMN = "2024-10-27";

    @Test
    void hourOfAutumnShouldBeMissingAndNotOnlyAGap() {
        SeriesQuality second = autumn().without("2024-10-27T01:00:00Z").look("price", AUTUMN, AUTUMN);
        SeriesQuality first = autumn().without("2024-10-27T00:00:00Z").look("price", AUTUMN, AUTUMN);
        SeriesQuality both =
                autumn().without("2024-10-27T00:00:00Z", "2024-10-27T01:00:00Z").look("price", AUTUMN, AUTUMN);

        assertThat(changes(second))
                .containsExactly("2024-10-27T01:00:00Z/2024-10-27T02:00:00Z 1 the second 02:00 to 03:00 is missing");
        assertThat(HandMade.found(QualityKind.GAP, second)).hasSize(1);
        assertThat(changes(first))
                .containsExactly("2024-10-27T00:00:00Z/2024-10-27T01:00:00Z 1 the first 02:00 to 03:00 is missing");
        assertThat(changes(both)).hasSize(2);
    }

    @Test
    void quartersOfTheHourShouldBeOneFinding() {
        HandMade quarters = new HandMade()
                .run("2026-10-24T22:00:00Z", 15, 100, HandMade::hourly)
                .without(
                        "2026-10-25T01:00:00Z", "2026-10-25T01:15:00Z", "2026-10-25T01:30:00Z", "2026-10-25T01:45:00Z");

        assertThat(quarters.found(QualityKind.CLOCK_CHANGE, "price", "2026-10-25", "2026-10-25"))
                .containsExactly("2026-10-25T01:00:00Z/2026-10-25T02:00:00Z 4 the second 02:00 to 03:00 is missing");
    }

    @Test
    void quarterOfTheHourShouldBeAGapAlone() {
        HandMade quarters = new HandMade()
                .run("2026-10-24T22:00:00Z", 15, 100, HandMade::hourly)
                .without("2026-10-25T01:15:00Z");

        SeriesQuality quality = quarters.look("price", "2026-10-25", "2026-10-25");
        assertThat(changes(quality)).isEmpty();
        assertThat(HandMade.found(QualityKind.GAP, quality)).hasSize(1);
    }

    @Test
    void copyOfTheRepeatedHourShouldBeFound() {
        HandMade copied = autumn().without("2024-10-27T01:00:00Z").value("2024-10-27T01:00:00Z", 60, "52.5");
        HandMade quarters =
                new HandMade().run("2026-10-24T22:00:00Z", 15, 100, i -> HandMade.hourly(i < 12 ? i : i - 4));

        assertThat(copied.found(QualityKind.CLOCK_CHANGE, "price", AUTUMN, AUTUMN))
                .containsExactly("2024-10-27T00:00:00Z/2024-10-27T02:00:00Z 2"
                        + " the first 02:00 to 03:00 and the second 02:00 to 03:00 have the same values");
        assertThat(quarters.found(QualityKind.CLOCK_CHANGE, "price", "2026-10-25", "2026-10-25"))
                .containsExactly("2026-10-25T00:00:00Z/2026-10-25T02:00:00Z 8"
                        + " the first 02:00 to 03:00 and the second 02:00 to 03:00 have the same values");
    }

    @Test
    void valueThatStaysOrIsZeroShouldBeNoCopy() {
        HandMade from01 = new HandMade().run("2024-10-26T22:00:00Z", 60, 25, i -> i <= 3 && i >= 1 ? "60" : i + "");
        HandMade until04 = new HandMade().run("2024-10-26T22:00:00Z", 60, 25, i -> i <= 4 && i >= 2 ? "60" : i + "");
        HandMade zero = new HandMade().run("2024-10-26T22:00:00Z", 60, 25, i -> i == 2 || i == 3 ? "0.0" : i + "");

        for (HandMade series : List.of(from01, until04, zero)) {
            assertThat(series.found(QualityKind.CLOCK_CHANGE, "price", AUTUMN, AUTUMN))
                    .isEmpty();
        }
    }

    @Test
    void dayOf25HoursWith24LaidFromMidnightOnShouldBeShifted() {
        HandMade laid = new HandMade().run("2024-10-26T22:00:00Z", 60, 24, HandMade::hourly);
        HandMade laidLate = new HandMade().run("2024-10-26T23:00:00Z", 60, 24, HandMade::hourly);

        assertThat(laid.found(QualityKind.CLOCK_CHANGE, "price", AUTUMN, AUTUMN))
                .containsExactly("2024-10-27T22:00:00Z/2024-10-27T23:00:00Z 1"
                        + " nothing but the day's last hour is missing: its values may be an hour early");
        assertThat(laidLate.found(QualityKind.CLOCK_CHANGE, "price", AUTUMN, AUTUMN))
                .containsExactly("2024-10-26T22:00:00Z/2024-10-26T23:00:00Z 1"
                        + " nothing but the day's first hour is missing: its values may be an hour late");
    }

    @Test
    void hourOfSpringShouldBeMissingOrDoubled() {
        HandMade without = spring().without("2024-03-31T01:00:00Z");
        HandMade lost = spring().without("2024-03-31T00:00:00Z");
        HandMade doubled = spring().without("2024-03-31T01:00:00Z").value("2024-03-31T01:00:00Z", 60, "51.5");
        HandMade shifted = spring().without("2024-03-31T21:00:00Z");

        assertThat(without.found(QualityKind.CLOCK_CHANGE, "price", SPRING, SPRING))
                .containsExactly("2024-03-31T01:00:00Z/2024-03-31T02:00:00Z 1 03:00 to 04:00 is missing");
        assertThat(lost.found(QualityKind.CLOCK_CHANGE, "price", SPRING, SPRING))
                .containsExactly("2024-03-31T00:00:00Z/2024-03-31T01:00:00Z 1 01:00 to 02:00 is missing");
        assertThat(doubled.found(QualityKind.CLOCK_CHANGE, "price", SPRING, SPRING))
                .containsExactly("2024-03-31T00:00:00Z/2024-03-31T02:00:00Z 2"
                        + " 01:00 to 02:00 and 03:00 to 04:00 have the same values");
        assertThat(shifted.found(QualityKind.CLOCK_CHANGE, "price", SPRING, SPRING))
                .hasSize(1);
    }

    @Test
    void completeDaysShouldBeFreeOfFindings() {
        assertThat(spring().look("price", SPRING, SPRING).findings()).isEmpty();
        assertThat(autumn().look("price", AUTUMN, AUTUMN).findings()).isEmpty();
    }

    @Test
    void sameGapOnAnotherDayShouldBeAGapAlone() {
        HandMade ordinary = new HandMade()
                .run("2024-10-24T22:00:00Z", 60, 24, HandMade::hourly)
                .without("2024-10-25T01:00:00Z");

        assertThat(ordinary.found(QualityKind.CLOCK_CHANGE, "price", "2024-10-25", "2024-10-25"))
                .isEmpty();
    }

    @Test
    void dayThatIsMostlyMissingOrNotDueShouldBeNoMistakeOfTheClock() {
        HandMade empty = new HandMade();
        HandMade evening = new HandMade().run("2024-10-27T12:00:00Z", 60, 11, HandMade::hourly);
        HandMade running = autumn().without("2024-10-27T01:00:00Z").now("2024-10-27T01:59:00Z");

        assertThat(empty.found(QualityKind.CLOCK_CHANGE, "price", AUTUMN, AUTUMN))
                .isEmpty();
        assertThat(evening.found(QualityKind.CLOCK_CHANGE, "price", AUTUMN, AUTUMN))
                .isEmpty();
        assertThat(running.found(QualityKind.CLOCK_CHANGE, "load", AUTUMN, AUTUMN))
                .isEmpty();
    }

    @Test
    void clockShouldBeThatOfTheMarket() {
        RuleSet london = HandMade.like(
                "Europe/London", MarketTimeUnit.HOUR, OptionalInt.empty(), "D-1 09:50", Optional.of("D-1 10:00"));
        RuleSet standard =
                HandMade.like("Etc/GMT+5", MarketTimeUnit.HOUR, OptionalInt.empty(), "D-1 10:30", Optional.empty());
        HandMade spring = new HandMade()
                .rules(london)
                .run("2024-03-31T00:00:00Z", 60, 23, HandMade::hourly)
                .without("2024-03-31T00:00:00Z");
        HandMade autumn = new HandMade()
                .rules(london)
                .run("2024-10-26T23:00:00Z", 60, 25, HandMade::hourly)
                .without("2024-10-27T01:00:00Z");
        HandMade unchanged = new HandMade()
                .rules(standard)
                .run("2024-11-03T05:00:00Z", 60, 24, HandMade::hourly)
                .without("2024-11-03T06:00:00Z");

        assertThat(spring.found(QualityKind.CLOCK_CHANGE, "price", SPRING, SPRING))
                .containsExactly("2024-03-31T00:00:00Z/2024-03-31T01:00:00Z 1 00:00 to 01:00 is missing");
        assertThat(autumn.found(QualityKind.CLOCK_CHANGE, "price", AUTUMN, AUTUMN))
                .containsExactly("2024-10-27T01:00:00Z/2024-10-27T02:00:00Z 1 the second 01:00 to 02:00 is missing");
        assertThat(unchanged.found(QualityKind.CLOCK_CHANGE, "price", "2024-11-03", "2024-11-03"))
                .isEmpty();
    }

    private static List<String> changes(SeriesQuality quality) {
        return HandMade.found(QualityKind.CLOCK_CHANGE, quality);
    }

    private static HandMade autumn() {
        return new HandMade().run("2024-10-26T22:00:00Z", 60, 25, HandMade::hourly);
    }

    private static HandMade spring() {
        return new HandMade().run("2024-03-30T23:00:00Z", 60, 23, HandMade::hourly);
    }
}
