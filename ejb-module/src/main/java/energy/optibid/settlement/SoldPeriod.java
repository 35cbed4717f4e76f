package energy.optibid.settlement;

import energy.optibid.quantity.DeliveryPeriod;
import java.math.BigDecimal;

/**
 * What was planned and what was sold for one delivery period.
 *
 * @param plannedMw power that the plan asked for, MW; positive is a sale
 * @param acceptedMw power that the auction accepted, MW; positive is a sale
 * @param price at which the auction cleared, and at which a deviation settles, currency per MWh
 */
public record SoldPeriod(DeliveryPeriod period, BigDecimal plannedMw, BigDecimal acceptedMw, BigDecimal price) {}
