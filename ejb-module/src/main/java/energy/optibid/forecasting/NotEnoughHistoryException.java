package energy.optibid.forecasting;

import energy.optibid.quantity.DeliveryPeriod;
import jakarta.ejb.ApplicationException;

/** A period cannot be forecast, because no price that was known in time says anything about it. */
@ApplicationException(rollback = true)
public class NotEnoughHistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DeliveryPeriod period;

    public NotEnoughHistoryException(String forecasterId, DeliveryPeriod period) {
        super("Forecaster " + forecasterId + " has no known price to forecast the period from " + period.start());
        this.period = period;
    }

    /** The first period that lacks a basis. */
    public DeliveryPeriod period() {
        return period;
    }
}
