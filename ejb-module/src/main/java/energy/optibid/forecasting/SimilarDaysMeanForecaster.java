package energy.optibid.forecasting;

import energy.optibid.market.KnownPrice;
import energy.optibid.quantity.DeliveryDay;
import energy.optibid.quantity.DeliveryPeriod;
import energy.optibid.quantity.MarketTimeUnit;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The mean price of the same local clock time on the last four similar days: calmer than one day a week ago.
 *
 * <p>Days are similar within Monday to Friday, within Saturdays and within Sundays; public holidays are not known here.
 * The search goes back 35 days, so that four Sundays are found where one is missing. A day without a price for the
 * clock time is passed over, and at least one must remain. Other time units and days with a clock change are treated as
 * in {@link SameHourLastWeekForecaster}. Means are rounded half-even to four digits.
 */
public final class SimilarDaysMeanForecaster implements Forecaster {
    private static final int DAYS = 4;
    private static final int HISTORY_DAYS = 35;

    private enum DayKind {
        WORKING_DAY,
        SATURDAY,
        SUNDAY;

        static DayKind of(LocalDate date) {
            if (date.getDayOfWeek() == DayOfWeek.SATURDAY) {
                return SATURDAY;
            }
            return date.getDayOfWeek() == DayOfWeek.SUNDAY ? SUNDAY : WORKING_DAY;
        }
    }

    @Override
    public String id() {
        return "similar-days-mean";
    }

    @Override
    public int historyDays() {
        return HISTORY_DAYS;
    }

    @Override
    public List<ForecastPoint> forecast(DeliveryDay day, MarketTimeUnit unit, List<KnownPrice> history) {
        PriceHistory prices = new PriceHistory(history);
        List<LocalDate> candidates = similarDays(day.date());
        List<ForecastPoint> points = new ArrayList<>(100);
        for (DeliveryPeriod period : day.periods(unit)) {
            points.add(point(day, period, candidates, prices));
        }
        return List.copyOf(points);
    }

    private static List<LocalDate> similarDays(LocalDate date) {
        List<LocalDate> days = new ArrayList<>(HISTORY_DAYS);
        for (int back = 1; back <= HISTORY_DAYS; back++) {
            if (DayKind.of(date.minusDays(back)) == DayKind.of(date)) {
                days.add(date.minusDays(back));
            }
        }
        return days;
    }

    private ForecastPoint point(
            DeliveryDay day, DeliveryPeriod period, List<LocalDate> candidates, PriceHistory prices) {
        List<BigDecimal> values = new ArrayList<>(DAYS);
        List<Instant> basis = new ArrayList<>(DAYS);
        for (LocalDate date : candidates) {
            if (values.size() < DAYS) {
                prices.price(ClockTime.on(date, period, day.zone())).ifPresent(reference -> {
                    values.add(reference.price());
                    basis.addAll(reference.basis());
                });
            }
        }
        if (values.isEmpty()) {
            throw new NotEnoughHistoryException(id(), period);
        }
        return new ForecastPoint(period, PriceHistory.mean(values), basis);
    }
}
