package energy.optibid.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.optibid.forecasting.BenchmarkPrices;
import energy.optibid.forecasting.ForecastPoint;
import energy.optibid.forecasting.SameHourLastWeekForecaster;
import energy.optibid.market.KnownPrice;
import energy.optibid.quantity.MarketTimeUnit;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The days of the tutorial, against an independent calculation. */
class PlanOnRealPricesTest {
    private static final BatteryParameters BATTERY =
            new BatteryParameters(10, 10, 20, 0.95, 0.95, 0, 0, OptionalDouble.of(1));
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 4);

    private final BatteryPlanner planner = new BatteryPlanner();

    @Test
    void planShouldEarnWhatAnIndependentCalculationEarned() {
        BenchmarkPrices prices = BenchmarkPrices.of("DE");
        double earned = 0;
        double foreseen = 0;
        for (LocalDate date = FIRST; date.isBefore(FIRST.plusDays(28)); date = date.plusDays(1)) {
            List<Double> actual = values(prices.between(date, date.plusDays(1)));
            BatteryPlan plan = plan(forecast(prices, date));
            earned += revenue(plan, actual);
            foreseen += plan(actual).profit();
        }
        assertThat(earned).isEqualTo(11_532.68, within(0.01));
        assertThat(foreseen).isEqualTo(13_604.34, within(0.01));
        assertThat(earned / foreseen).isEqualTo(0.848, within(0.0005));
    }

    private BatteryPlan plan(List<Double> prices) {
        return planner.plan(
                new BatteryProblem(BATTERY, prices, Collections.nCopies(prices.size(), 1.0), 0, OptionalDouble.of(0)));
    }

    private static List<Double> forecast(BenchmarkPrices prices, LocalDate date) {
        return new SameHourLastWeekForecaster()
                        .forecast(
                                BenchmarkPrices.day(date),
                                MarketTimeUnit.HOUR,
                                prices.between(date.minusDays(28), date))
                        .stream()
                        .map(ForecastPoint::price)
                        .map(Number::doubleValue)
                        .toList();
    }

    private static List<Double> values(List<KnownPrice> prices) {
        return prices.stream().map(KnownPrice::price).map(Number::doubleValue).toList();
    }

    private static double revenue(BatteryPlan plan, List<Double> prices) {
        double sum = 0;
        for (int t = 0; t < prices.size(); t++) {
            sum += plan.powerMw().get(t) * prices.get(t);
        }
        return sum;
    }
}
