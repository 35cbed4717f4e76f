package energy.optibid.market.internal.quality;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.QualityKind;
import energy.optibid.market.RuleSet;
import energy.optibid.market.SeriesQuality;
import energy.optibid.quantity.MarketTimeUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LateValuesTest {
    private static final String DAY = "2024-01-10";

    @Test
    void priceShouldBeLateOnceTheResultsWereToBeOut() {
        HandMade prices = new HandMade()
                .value("2024-01-10T05:00:00Z", 60, "2024-01-09T11:45:00Z", "61")
                .value("2024-01-10T06:00:00Z", 60, "2024-01-09T11:45:01Z", "62")
                .value("2024-01-10T07:00:00Z", 60, "2024-01-09T11:45:01Z", "63");

        assertThat(prices.found(QualityKind.LATE, "price", DAY, DAY))
                .containsExactly("2024-01-10T06:00:00Z/2024-01-10T08:00:00Z 2"
                        + " known from 2024-01-09T11:45:01Z on, due by 2024-01-09T11:45:00Z");
    }

    @Test
    void forecastShouldBeLateOnceTheGateHasClosedAndMeasuredLoadNever() {
        HandMade values = new HandMade()
                .value("2024-01-10T05:00:00Z", 60, "2024-01-09T11:00:00Z", "61")
                .value("2024-01-10T06:00:00Z", 60, "2024-01-09T11:00:01Z", "62");

        assertThat(values.found(QualityKind.LATE, "load-forecast", DAY, DAY))
                .containsExactly("2024-01-10T06:00:00Z/2024-01-10T07:00:00Z 1"
                        + " known from 2024-01-09T11:00:01Z on, due by 2024-01-09T11:00:00Z");
        assertThat(values.found(QualityKind.LATE, "load", DAY, DAY)).isEmpty();
        assertThat(values.found(QualityKind.LATE, "wind-solar", DAY, DAY)).isEmpty();
    }

    @Test
    void deadlineShouldFollowTheClockOfTheMarketWhenItChanges() {
        HandMade summer = new HandMade()
                .value("2024-03-31T05:00:00Z", 60, "2024-03-30T11:45:00Z", "61")
                .value("2024-04-01T05:00:00Z", 60, "2024-03-31T10:45:00Z", "61")
                .value("2024-04-01T06:00:00Z", 60, "2024-03-31T11:45:00Z", "61");

        assertThat(summer.found(QualityKind.LATE, "price", "2024-03-31", "2024-04-01"))
                .containsExactly("2024-04-01T06:00:00Z/2024-04-01T07:00:00Z 1"
                        + " known from 2024-03-31T11:45:00Z on, due by 2024-03-31T10:45:00Z");
    }

    @Test
    void correctionShouldBeLateWhereItChangesWhatWasKnownInTime() {
        SeriesQuality quality = new HandMade()
                .value("2024-01-10T05:00:00Z", 60, "2024-01-09T09:00:00Z", "60")
                .value("2024-01-10T05:00:00Z", 60, "2024-01-09T10:00:00Z", "61")
                .value("2024-01-10T06:00:00Z", 60, "2024-01-09T10:00:00Z", "61")
                .value("2024-01-10T06:00:00Z", 60, "2024-01-09T15:00:00Z", "64.0")
                .value("2024-01-10T07:00:00Z", 60, "2024-01-09T10:00:00Z", "61")
                .value("2024-01-10T07:00:00Z", 60, "2024-01-09T15:00:00Z", "61.0")
                .value("2024-01-10T08:00:00Z", 60, "2024-01-09T10:00:00Z", "61")
                .value("2024-01-10T08:00:00Z", 60, "2024-01-09T15:00:00Z", "62")
                .value("2024-01-10T08:00:00Z", 60, "2024-01-09T16:00:00Z", "61")
                .look("load-forecast", DAY, DAY);

        assertThat(HandMade.found(QualityKind.LATE, quality)).isEmpty();
        assertThat(HandMade.found(QualityKind.LATE_CORRECTION, quality))
                .containsExactly("2024-01-10T06:00:00Z/2024-01-10T07:00:00Z 1"
                        + " 61 in time, 64.0 from 2024-01-09T15:00:00Z on");
    }

    @Test
    void gateShouldBeThatOfItsSessionWhereTheMarketSellsSessions() {
        RuleSet sessions =
                HandMade.like("UTC", MarketTimeUnit.QUARTER_HOUR, OptionalInt.of(30), "PT45M", Optional.empty());
        HandMade values = new HandMade()
                .rules(sessions)
                .value("2024-01-10T05:00:00Z", 15, "2024-01-10T04:15:00Z", "61")
                .value("2024-01-10T05:15:00Z", 15, "2024-01-10T04:15:00Z", "62")
                .value("2024-01-10T05:30:00Z", 15, "2024-01-10T04:45:00Z", "63")
                .value("2024-01-10T05:45:00Z", 15, "2024-01-10T04:46:00Z", "64");

        assertThat(values.found(QualityKind.LATE, "wind-forecast", DAY, DAY))
                .containsExactly("2024-01-10T05:45:00Z/2024-01-10T06:00:00Z 1"
                        + " known from 2024-01-10T04:46:00Z on, due by 2024-01-10T04:45:00Z");
    }

    @Test
    void priceShouldNotBeJudgedWhereTheRulesStateNoTimeOfResults() {
        RuleSet silent = HandMade.like("UTC", MarketTimeUnit.HOUR, OptionalInt.empty(), "D-1 12:00", Optional.empty());
        HandMade values = new HandMade().rules(silent).value("2024-01-10T05:00:00Z", 60, "2024-01-10T05:30:00Z", "61");

        assertThat(values.found(QualityKind.LATE, "price", DAY, DAY)).isEmpty();
        assertThat(values.now("2024-01-10T04:59:59Z").look("price", DAY, DAY).expectedPeriods())
                .as("due with the delivery: five before, and the one that is there")
                .isEqualTo(6);
    }
}
