package energy.optibid.forecasting;

import energy.optibid.market.KnownPrice;
import energy.optibid.quantity.DeliveryDay;
import energy.optibid.quantity.MarketTimeUnit;
import java.util.List;

/** A model of day-ahead prices. Implementations are stateless and deterministic. */
public interface Forecaster {

    /** Stable identifier in the API and the database, kebab-case. */
    String id();

    /** How many days before the delivery day the history must begin. */
    int historyDays();

    /**
     * Forecasts each period of a delivery day.
     *
     * @param day the day to forecast
     * @param unit length of the periods to forecast
     * @param history prices of one zone and product that were known at the run's instant, in order of their start;
     *     their length may differ from {@code unit} where the market changed its time unit
     * @return one value a period, in order, with the inputs each was made from
     * @throws NotEnoughHistoryException where a period has nothing to be forecast from
     */
    List<ForecastPoint> forecast(DeliveryDay day, MarketTimeUnit unit, List<KnownPrice> history);
}
