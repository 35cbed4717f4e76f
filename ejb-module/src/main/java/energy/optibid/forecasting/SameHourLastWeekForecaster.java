package energy.optibid.forecasting;

import energy.optibid.market.KnownPrice;
import energy.optibid.quantity.DeliveryDay;
import energy.optibid.quantity.DeliveryPeriod;
import energy.optibid.quantity.MarketTimeUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The price of the same local clock time seven days earlier: the baseline that a better model has to beat.
 *
 * <p>Where that price is not known, the one 14, 21 or 28 days earlier; nothing older. Where the market traded longer
 * periods then, the one that contains the clock time; where shorter ones, their mean. Days with a clock change:
 * {@link ClockTime}. A price is taken over as it is; means are rounded half-even to four digits.
 */
public final class SameHourLastWeekForecaster implements Forecaster {
    private static final int DAYS_A_WEEK = 7;
    private static final int WEEKS = 4;

    @Override
    public String id() {
        return "same-hour-last-week";
    }

    @Override
    public int historyDays() {
        return WEEKS * DAYS_A_WEEK;
    }

    @Override
    public List<ForecastPoint> forecast(DeliveryDay day, MarketTimeUnit unit, List<KnownPrice> history) {
        PriceHistory prices = new PriceHistory(history);
        List<ForecastPoint> points = new ArrayList<>(100);
        for (DeliveryPeriod period : day.periods(unit)) {
            PriceHistory.Reference reference =
                    latest(day, period, prices).orElseThrow(() -> new NotEnoughHistoryException(id(), period));
            points.add(new ForecastPoint(period, reference.price(), reference.basis()));
        }
        return List.copyOf(points);
    }

    private static Optional<PriceHistory.Reference> latest(
            DeliveryDay day, DeliveryPeriod period, PriceHistory prices) {
        for (int week = 1; week <= WEEKS; week++) {
            DeliveryPeriod earlier = ClockTime.on(day.date().minusDays((long) week * DAYS_A_WEEK), period, day.zone());
            Optional<PriceHistory.Reference> reference = prices.price(earlier);
            if (reference.isPresent()) {
                return reference;
            }
        }
        return Optional.empty();
    }
}
