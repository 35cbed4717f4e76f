package energy.optibid.market;

import energy.optibid.quantity.DeliveryPeriod;
import java.math.BigDecimal;

/**
 * What the simulator makes of one delivery period.
 *
 * @param price currency per MWh on the product's tick, within its range
 * @param loadMw consumption of the zone, MW
 * @param windSolarMw generation from wind and sun, MW
 */
public record SimulatedPeriod(DeliveryPeriod period, BigDecimal price, BigDecimal loadMw, BigDecimal windSolarMw) {}
