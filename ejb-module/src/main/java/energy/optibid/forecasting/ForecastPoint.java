package energy.optibid.forecasting;

import energy.optibid.quantity.DeliveryPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The forecast price of one delivery period.
 *
 * @param price currency per MWh
 * @param basis starts of the historic periods that the value was made from: why this number
 */
public record ForecastPoint(DeliveryPeriod period, BigDecimal price, List<Instant> basis) {
    public ForecastPoint {
        basis = List.copyOf(basis);
    }
}
