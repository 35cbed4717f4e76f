package energy.optibid.forecasting;

import static energy.optibid.forecasting.History.at;
import static energy.optibid.forecasting.History.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.market.KnownPrice;
import energy.optibid.quantity.DeliveryPeriod;
import energy.optibid.quantity.MarketTimeUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameHourLastWeekForecasterTest {
    private final Forecaster forecaster = new SameHourLastWeekForecaster();

    @Test
    void forecastShouldTakeTheSameClockHourWhenAllDaysAreOrdinary() {
        List<KnownPrice> history = History.of("2026-06-01", "2026-06-14", MarketTimeUnit.HOUR, History::byClock);
        List<ForecastPoint> points = forecaster.forecast(day("2026-06-15"), MarketTimeUnit.HOUR, history);
        assertThat(points).hasSize(24);
        assertThat(points.get(7).price()).isEqualTo("159.07");
        assertThat(points.get(7).basis()).containsExactly(at("2026-06-08T07:00:00"));
        assertThat(points.get(7).period().start()).isEqualTo(at("2026-06-15T07:00:00"));
    }

    @Test
    void forecastShouldFollowTheClockWhenItChangedDuringTheWeek() {
        // The clocks go forward on 2026-03-29 and back on 2026-10-25.
        assertThat(hours("2026-03-31", "2026-03-24")).isEqualTo(sameHours("2026-03-24"));
        assertThat(hours("2026-10-27", "2026-10-20")).isEqualTo(sameHours("2026-10-20"));
    }

    @Test
    void forecastShouldHave23HoursWhenTheClocksGoForward() {
        List<ForecastPoint> points = forecast("2026-03-29", "2026-03-22");
        assertThat(points).hasSize(23);
        assertThat(points.get(1).basis()).containsExactly(at("2026-03-22T01:00:00"));
        // There is no 02:00.
        assertThat(points.get(2).basis()).containsExactly(at("2026-03-22T03:00:00"));
    }

    @Test
    void forecastShouldUseTheHourThatTookItsPlaceWhenTheHourWasMissingAWeekAgo() {
        List<ForecastPoint> points = forecast("2026-04-05", "2026-03-29");
        assertThat(points).hasSize(24);
        assertThat(points.get(2).basis()).containsExactly(at("2026-03-29T03:00:00"));
        assertThat(points.get(3).basis()).containsExactly(at("2026-03-29T03:00:00"));
    }

    @Test
    void forecastShouldUseTheOneHourTwiceWhenTheClocksGoBack() {
        List<ForecastPoint> points = forecast("2026-10-25", "2026-10-18");
        assertThat(points).hasSize(25);
        assertThat(points.get(2).basis()).containsExactly(at("2026-10-18T02:00:00"));
        assertThat(points.get(3).basis()).containsExactly(at("2026-10-18T02:00:00"));
        assertThat(points.get(4).basis()).containsExactly(at("2026-10-18T03:00:00"));
    }

    @Test
    void forecastShouldUseTheSecondHourWhenItExistedTwiceAWeekAgo() {
        List<ForecastPoint> points = forecast("2026-11-01", "2026-10-25");
        assertThat(points).hasSize(24);
        // Winter time, as on the day that is forecast.
        assertThat(points.get(2).basis()).containsExactly(Instant.parse("2026-10-25T01:00:00Z"));
    }

    @Test
    void forecastShouldUseTheHourThatContainsTheQuarterWhenTheMarketTradedHours() {
        List<KnownPrice> history = History.of("2025-09-24", "2025-09-30", MarketTimeUnit.HOUR, History::byClock);
        List<ForecastPoint> points = forecaster.forecast(day("2025-10-01"), MarketTimeUnit.QUARTER_HOUR, history);
        assertThat(points).hasSize(96);
        assertThat(points.subList(40, 44)).allSatisfy(point -> {
            assertThat(point.price()).isEqualTo("267.10");
            assertThat(point.basis()).containsExactly(at("2025-09-24T10:00:00"));
        });
    }

    @Test
    void forecastShouldUseTheMeanOfTheQuartersWhenTheMarketTradedQuarters() {
        List<KnownPrice> history = History.of(
                "2025-10-01",
                "2025-10-01",
                MarketTimeUnit.QUARTER_HOUR,
                start -> BigDecimal.valueOf(start.getEpochSecond() / 900 % 4));
        List<ForecastPoint> points = forecaster.forecast(day("2025-10-08"), MarketTimeUnit.HOUR, history);
        assertThat(points).hasSize(24).allSatisfy(point -> {
            assertThat(point.price()).isEqualTo("1.5000");
            assertThat(point.basis()).hasSize(4);
        });
    }

    @Test
    void forecastShouldMixUnitsWhenTheyChangedInTheMiddle() {
        List<KnownPrice> history = History.of("2025-09-28", "2025-09-30", MarketTimeUnit.HOUR, History::byClock);
        history.addAll(History.of("2025-10-01", "2025-10-04", MarketTimeUnit.QUARTER_HOUR, History::byClock));
        for (String date : List.of("2025-10-05", "2025-10-07", "2025-10-08", "2025-10-11")) {
            assertThat(forecaster.forecast(day(date), MarketTimeUnit.QUARTER_HOUR, history))
                    .hasSize(96)
                    .allSatisfy(point -> assertThat(point.price())
                            .isEqualTo(History.byClock(point.period().start().minusSeconds(7 * 86_400))));
        }
    }

    @Test
    void forecastShouldGoBackAnotherWeekWhenAPriceIsMissing() {
        List<KnownPrice> history = History.of("2026-06-01", "2026-06-14", MarketTimeUnit.HOUR, History::byClock);
        history.removeIf(price -> price.period().start().equals(at("2026-06-08T07:00:00")));
        List<ForecastPoint> points = forecaster.forecast(day("2026-06-15"), MarketTimeUnit.HOUR, history);
        assertThat(points.get(7).basis()).containsExactly(at("2026-06-01T07:00:00"));
        assertThat(points.get(8).basis()).containsExactly(at("2026-06-08T08:00:00"));
    }

    @Test
    void forecastShouldNotUseHalfAnHourWhenAQuarterIsMissing() {
        List<KnownPrice> history =
                History.of("2025-10-01", "2025-10-01", MarketTimeUnit.QUARTER_HOUR, History::byClock);
        history.removeIf(price -> price.period().start().equals(at("2025-10-01T07:15:00")));
        DeliveryPeriod lacking = DeliveryPeriod.of(at("2025-10-08T07:00:00"), MarketTimeUnit.HOUR);
        assertThatThrownBy(() -> forecaster.forecast(day("2025-10-08"), MarketTimeUnit.HOUR, history))
                .isInstanceOfSatisfying(
                        NotEnoughHistoryException.class,
                        e -> assertThat(e.period()).isEqualTo(lacking));
    }

    @Test
    void forecastShouldRefuseWhenThereIsNoHistory() {
        assertThatThrownBy(() -> forecaster.forecast(day("2026-06-15"), MarketTimeUnit.HOUR, new ArrayList<>()))
                .isInstanceOf(NotEnoughHistoryException.class)
                .hasMessageContaining("same-hour-last-week")
                .hasMessageContaining("2026-06-14T22:00:00Z");
        List<KnownPrice> tooOld = History.of("2026-05-11", "2026-05-11", MarketTimeUnit.HOUR, History::byClock);
        assertThatThrownBy(() -> forecaster.forecast(day("2026-06-15"), MarketTimeUnit.HOUR, tooOld))
                .isInstanceOf(NotEnoughHistoryException.class);
    }

    private List<ForecastPoint> forecast(String date, String known) {
        return forecaster.forecast(
                day(date), MarketTimeUnit.HOUR, History.of(known, known, MarketTimeUnit.HOUR, History::byClock));
    }

    private List<BigDecimal> hours(String date, String known) {
        return forecast(date, known).stream().map(ForecastPoint::price).toList();
    }

    private static List<BigDecimal> sameHours(String date) {
        return History.of(date, date, MarketTimeUnit.HOUR, History::byClock).stream()
                .map(KnownPrice::price)
                .toList();
    }
}
