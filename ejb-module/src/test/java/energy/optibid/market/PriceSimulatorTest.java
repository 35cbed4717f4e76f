package energy.optibid.market;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.quantity.MarketTimeUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceSimulatorTest {
    private static final RuleSet QUARTERS = rules(MarketTimeUnit.QUARTER_HOUR);

    @Test
    void dayShouldBeTheSameWhenAskedForAgain() {
        LocalDate day = LocalDate.of(2026, 3, 5);

        List<SimulatedPeriod> first = new PriceSimulator("DE_LU", 7).day(QUARTERS, day);
        PriceSimulator other = new PriceSimulator("DE_LU", 7);
        other.day(QUARTERS, day.minusDays(3));

        assertThat(other.day(QUARTERS, day)).isEqualTo(first);
        assertThat(new PriceSimulator("DE_LU", 8).day(QUARTERS, day)).isNotEqualTo(first);
        assertThat(new PriceSimulator("FR", 7).day(QUARTERS, day)).isNotEqualTo(first);
    }

    @Test
    void dayShouldHaveAllPeriodsWhenClocksChange() {
        PriceSimulator simulator = new PriceSimulator("DE_LU", 7);

        assertThat(simulator.day(QUARTERS, LocalDate.of(2026, 3, 29))).hasSize(92);
        assertThat(simulator.day(QUARTERS, LocalDate.of(2026, 3, 30))).hasSize(96);
        assertThat(simulator.day(QUARTERS, LocalDate.of(2026, 10, 25))).hasSize(100);
        assertThat(simulator.day(rules(MarketTimeUnit.HOUR), LocalDate.of(2026, 3, 29)))
                .hasSize(23);
        assertThat(simulator.day(rules(MarketTimeUnit.HOUR), LocalDate.of(2026, 10, 25)))
                .hasSize(25);
    }

    @Test
    void yearShouldLookLikeAMarketWhenSimulated() {
        List<SimulatedPeriod> year = new ArrayList<>();
        PriceSimulator simulator = new PriceSimulator("DE_LU", MarketSimulation.DEMO_SEED);
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() == 2026; day = day.plusDays(1)) {
            year.addAll(simulator.day(rules(MarketTimeUnit.HOUR), day));
        }

        double mean =
                year.stream().mapToDouble(PriceSimulatorTest::price).average().orElseThrow();
        double negative = share(year, Double.NEGATIVE_INFINITY, 0);
        assertThat(mean).isBetween(50.0, 110.0);
        assertThat(negative).isBetween(0.01, 0.10);
        assertThat(share(year, 250, Double.POSITIVE_INFINITY)).isBetween(0.001, 0.03);
        assertThat(year).allSatisfy(period -> {
            assertThat(period.price())
                    .isBetween(QUARTERS.orders().minPrice(), QUARTERS.orders().maxPrice());
            assertThat(period.price().scale()).isEqualTo(2);
            assertThat(period.windSolarMw().signum()).isNotNegative();
        });
    }

    private static double price(SimulatedPeriod period) {
        return period.price().doubleValue();
    }

    private static double share(List<SimulatedPeriod> periods, double from, double to) {
        long count = periods.stream()
                .filter(period -> price(period) >= from && price(period) < to)
                .count();
        return (double) count / periods.size();
    }

    private static RuleSet rules(MarketTimeUnit unit) {
        return SdacRules.ALL.get(2).in(unit);
    }
}
