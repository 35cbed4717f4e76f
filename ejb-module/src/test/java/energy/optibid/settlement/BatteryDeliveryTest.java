package energy.optibid.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.quantity.DeliveryPeriod;
import energy.optibid.quantity.MarketTimeUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatteryDeliveryTest {
    private static final Instant START = Instant.parse("2016-01-04T00:00:00Z");

    private final BatteryDelivery lossless = delivery("1", "0", "0");

    @Test
    void settleShouldPayAcceptedEnergyAtTheClearingPriceWhenAllIsDelivered() {
        SettledDay day = lossless.settle(BigDecimal.ZERO, List.of(sold(0, "-4", "-4", "10"), sold(1, "4", "4", "50")));

        assertThat(day.profit()).isEqualByComparingTo("160");
        assertThat(day.marketRevenue()).isEqualByComparingTo("160");
        assertThat(day.undeliverableMwh()).isZero();
        assertThat(day.periods().get(0).stateOfChargeMwh()).isEqualByComparingTo("4");
        assertThat(day.periods().get(1).stateOfChargeMwh()).isZero();
    }

    @Test
    void settleShouldBuyBackAtThePublishedPriceWhatWasSoldAndCannotBeDelivered() {
        SettledDay day = lossless.settle(new BigDecimal("1"), List.of(sold(0, "0", "4", "50")));

        SettledPeriod period = day.periods().get(0);
        assertThat(period.deliveredMw()).isEqualByComparingTo("1");
        assertThat(period.marketRevenue()).isEqualByComparingTo("200");
        assertThat(period.undeliverableMwh()).isEqualByComparingTo("-3");
        assertThat(period.undeliverableRevenue()).isEqualByComparingTo("-150");
        assertThat(day.undeliverableMwh()).isEqualByComparingTo("3");
        assertThat(day.profit()).isEqualByComparingTo("50");
    }

    @Test
    void settleShouldSellBackWhatWasBoughtAndDoesNotFit() {
        SettledDay day = lossless.settle(new BigDecimal("5"), List.of(sold(0, "0", "-4", "30")));

        assertThat(day.periods().get(0).deliveredMw()).isEqualByComparingTo("-1");
        assertThat(day.periods().get(0).undeliverableMwh()).isEqualByComparingTo("3");
        assertThat(day.profit()).isEqualByComparingTo("-30");
    }

    @Test
    void settleShouldDeliverThePlanAndShowTheRestWhenABidWasRoundedToTheQuantityStep() {
        SettledDay day = lossless.settle(new BigDecimal("1.0526"), List.of(sold(0, "1.0526", "1.1", "40")));

        SettledPeriod period = day.periods().get(0);
        assertThat(period.deliveredMw()).isEqualByComparingTo("1.0526");
        assertThat(period.residualMwh()).isEqualByComparingTo("-0.0474");
        assertThat(period.residualRevenue()).isEqualByComparingTo("-1.896");
        assertThat(period.undeliverableMwh()).isZero();
        assertThat(day.profit()).isEqualByComparingTo("42.104");
    }

    @Test
    void settleShouldChargeDegradationForDischargedEnergyOnly() {
        SettledDay day = delivery("1", "0", "2")
                .settle(BigDecimal.ZERO, List.of(sold(0, "-4", "-4", "10"), sold(1, "4", "4", "50")));

        assertThat(day.degradationCost()).isEqualByComparingTo("8");
        assertThat(day.profit()).isEqualByComparingTo("152");
    }

    @Test
    void settleShouldLoseEnergyToEfficiencyAndSelfDischarge() {
        SettledDay day = delivery("0.5", "0.1", "0")
                .settle(BigDecimal.ZERO, List.of(sold(0, "-4", "-4", "0"), sold(1, "0", "0", "0")));

        assertThat(day.periods().get(0).stateOfChargeMwh()).isEqualByComparingTo("2");
        assertThat(day.periods().get(1).stateOfChargeMwh()).isEqualByComparingTo("1.8");
    }

    @Test
    void settleShouldAccountForEveryMegawattHourWhateverWasAccepted() {
        Random random = new Random(20160104);
        for (int round = 0; round < 1_000; round++) {
            List<SoldPeriod> sold = IntStream.range(0, 24)
                    .mapToObj(hour -> sold(
                            hour,
                            BigDecimal.valueOf(random.nextInt(-400, 401), 2).toPlainString(),
                            BigDecimal.valueOf(random.nextInt(-40, 41), 1).toPlainString(),
                            BigDecimal.valueOf(random.nextInt(-50_000, 300_001), 2)
                                    .toPlainString()))
                    .toList();
            SettledDay day = delivery("0.93", "0.002", "3").settle(new BigDecimal("2.5"), sold);

            for (SettledPeriod period : day.periods()) {
                assertThat(period.acceptedMw().add(period.residualMwh()).add(period.undeliverableMwh()))
                        .isEqualByComparingTo(period.deliveredMw());
                assertThat(period.stateOfChargeMwh()).isBetween(BigDecimal.ZERO, new BigDecimal("6"));
                assertThat(period.deliveredMw().abs()).isLessThanOrEqualTo(new BigDecimal("4"));
            }
        }
    }

    private static BatteryDelivery delivery(String efficiency, String selfDischarge, String degradation) {
        return new BatteryDelivery(
                new BatteryDelivery.Store(
                        new BigDecimal("4"),
                        new BigDecimal("4"),
                        new BigDecimal("6"),
                        new BigDecimal(efficiency),
                        new BigDecimal(efficiency),
                        new BigDecimal(selfDischarge),
                        new BigDecimal(degradation)),
                new BigDecimal("0.1"));
    }

    private static SoldPeriod sold(int hour, String plannedMw, String acceptedMw, String price) {
        return new SoldPeriod(
                DeliveryPeriod.of(START.plusSeconds(3600L * hour), MarketTimeUnit.HOUR),
                new BigDecimal(plannedMw),
                new BigDecimal(acceptedMw),
                new BigDecimal(price));
    }
}
