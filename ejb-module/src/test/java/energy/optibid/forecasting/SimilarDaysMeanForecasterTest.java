package energy.optibid.forecasting;

import static energy.optibid.forecasting.History.at;
import static energy.optibid.forecasting.History.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.market.KnownPrice;
import energy.optibid.quantity.MarketTimeUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarDaysMeanForecasterTest {
    private final Forecaster forecaster = new SimilarDaysMeanForecaster();

    @Test
    void forecastShouldAverageTheLastFourWorkingDaysOnAWorkingDay() {
        // Tuesday 2026-06-16; before it Monday, and Friday to Wednesday of the week before.
        assertThat(forecast("2026-06-16", "2026-06-01", "2026-06-15").get(7).basis())
                .containsExactly(
                        at("2026-06-15T07:00:00"),
                        at("2026-06-12T07:00:00"),
                        at("2026-06-11T07:00:00"),
                        at("2026-06-10T07:00:00"));
        // Days 166, 163, 162 and 161 of the year, hour 7.
        assertThat(forecast("2026-06-16", "2026-06-01", "2026-06-15").get(7).price())
                .isEqualTo("163.0700");
    }

    @Test
    void forecastShouldKeepSaturdaysAndSundaysApart() {
        assertThat(forecast("2026-06-27", "2026-05-20", "2026-06-25").get(0).basis())
                .containsExactly(
                        at("2026-06-20T00:00:00"),
                        at("2026-06-13T00:00:00"),
                        at("2026-06-06T00:00:00"),
                        at("2026-05-30T00:00:00"));
        assertThat(forecast("2026-06-28", "2026-05-20", "2026-06-25").get(0).basis())
                .allSatisfy(start -> assertThat(
                                start.atZone(History.BRUSSELS).getDayOfWeek().getValue())
                        .isEqualTo(7));
    }

    @Test
    void forecastShouldHaveEveryPeriodWhenTheClocksChange() {
        assertThat(forecast("2026-03-29", "2026-02-20", "2026-03-28")).hasSize(23);
        assertThat(forecast("2026-04-05", "2026-02-28", "2026-04-04")).hasSize(24);
        assertThat(forecast("2026-10-25", "2026-09-20", "2026-10-24")).hasSize(25);
        List<KnownPrice> history = History.of("2026-09-20", "2026-10-24", MarketTimeUnit.HOUR, History::byClock);
        assertThat(forecaster.forecast(day("2026-10-25"), MarketTimeUnit.QUARTER_HOUR, history))
                .hasSize(100);
    }

    @Test
    void forecastShouldPassOverADayWhenItsPriceIsMissing() {
        List<KnownPrice> history = History.of("2026-06-01", "2026-06-15", MarketTimeUnit.HOUR, History::byClock);
        history.removeIf(price -> price.period().start().equals(at("2026-06-12T07:00:00")));
        List<ForecastPoint> points = forecaster.forecast(day("2026-06-16"), MarketTimeUnit.HOUR, history);
        assertThat(points.get(7).basis()).hasSize(4).contains(at("2026-06-09T07:00:00"));
        assertThat(points.get(8).basis()).contains(at("2026-06-12T08:00:00"));
    }

    @Test
    void forecastShouldUseWhatThereIsWhenFewerThanFourDaysAreKnown() {
        assertThat(forecast("2026-06-16", "2026-06-15", "2026-06-15").get(7).price())
                .isEqualTo("166.07");
    }

    @Test
    void forecastShouldRefuseWhenNoSimilarDayIsKnown() {
        assertThatThrownBy(() -> forecast("2026-06-20", "2026-06-15", "2026-06-19"))
                .isInstanceOf(NotEnoughHistoryException.class)
                .hasMessageContaining("similar-days-mean");
    }

    private List<ForecastPoint> forecast(String date, String first, String last) {
        return forecaster.forecast(
                day(date), MarketTimeUnit.HOUR, History.of(first, last, MarketTimeUnit.HOUR, History::byClock));
    }
}
