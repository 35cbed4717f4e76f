package energy.optibid.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import energy.optibid.market.KnownPrice;
import energy.optibid.quantity.MarketTimeUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastersTest {
    private static final LocalDate GERMAN = LocalDate.of(2016, 1, 4);
    private static final LocalDate NORDIC = LocalDate.of(2016, 12, 27);

    private final Forecasters forecasters = new Forecasters();

    @Test
    void byIdShouldFindEachForecaster() {
        assertThat(forecasters.all())
                .extracting(Forecaster::id)
                .containsExactly("same-hour-last-week", "similar-days-mean");
        assertThat(forecasters.all())
                .allSatisfy(each -> assertThat(forecasters.byId(each.id())).isSameAs(each));
    }

    @Test
    void byIdShouldNameWhatIsAllowedWhenTheIdIsUnknown() {
        assertThatThrownBy(() -> forecasters.byId("crystal-ball"))
                .isInstanceOf(UnknownForecasterException.class)
                .hasMessage("There is no forecaster crystal-ball; allowed: same-hour-last-week, similar-days-mean");
    }

    @Test
    void sameHourLastWeekShouldMissTheBenchmarkByWhatOthersMeasured() {
        Forecaster forecaster = forecasters.byId("same-hour-last-week");
        // The published figures leave out the first of the 104 weeks, for which the test days hold no week before.
        assertThat(meanAbsoluteError(forecaster, "DE", GERMAN.plusDays(7), 721)).isEqualTo(9.127, within(0.0005));
        assertThat(meanAbsoluteError(forecaster, "NP", NORDIC.plusDays(7), 721)).isEqualTo(4.135, within(0.0005));
        assertThat(meanAbsoluteError(forecaster, "DE", GERMAN, 728)).isEqualTo(9.114, within(0.0005));
        assertThat(meanAbsoluteError(forecaster, "NP", NORDIC, 728)).isEqualTo(4.125, within(0.0005));
    }

    @Test
    void similarDaysMeanShouldNotBeWorseOnTheBenchmark() {
        Forecaster forecaster = forecasters.byId("similar-days-mean");
        assertThat(meanAbsoluteError(forecaster, "DE", GERMAN, 728)).isLessThan(9.114);
        assertThat(meanAbsoluteError(forecaster, "NP", NORDIC, 728)).isLessThan(4.125);
    }

    private static double meanAbsoluteError(Forecaster forecaster, String market, LocalDate first, int days) {
        BenchmarkPrices prices = BenchmarkPrices.of(market);
        double sum = 0;
        for (LocalDate date = first; date.isBefore(first.plusDays(days)); date = date.plusDays(1)) {
            List<KnownPrice> history = prices.between(date.minusDays(forecaster.historyDays()), date);
            List<KnownPrice> actual = prices.between(date, date.plusDays(1));
            List<ForecastPoint> points = forecaster.forecast(BenchmarkPrices.day(date), MarketTimeUnit.HOUR, history);
            for (int hour = 0; hour < points.size(); hour++) {
                BigDecimal error =
                        points.get(hour).price().subtract(actual.get(hour).price());
                sum += Math.abs(error.doubleValue());
            }
        }
        return sum / (24.0 * days);
    }
}
