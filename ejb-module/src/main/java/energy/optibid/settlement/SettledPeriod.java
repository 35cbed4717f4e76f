package energy.optibid.settlement;

import energy.optibid.quantity.DeliveryPeriod;
import java.math.BigDecimal;

/**
 * Delivery and money of one delivery period. Power and energy are positive for delivery into the grid, money is
 * positive when the desk receives it; money and energy carry 6 digits after the point.
 *
 * @param price of the accepted quantity and of any deviation from it, currency per MWh
 * @param deliveredMw power that the plant delivered, MW
 * @param stateOfChargeMwh stored energy at the end of the period, MWh
 * @param marketRevenue accepted energy at the price
 * @param residualMwh what the plan delivers beside the accepted quantity because a bid is a whole number of quantity
 *     steps, MWh
 * @param residualRevenue the residual at the price
 * @param undeliverableMwh delivered less than sold, negative (more than sold, positive: bought energy that did not fit),
 *     because the plant could not, MWh
 * @param undeliverableRevenue that energy at the price: negative where it had to be bought back
 * @param degradationCost wear of the discharged energy; not negative
 * @param profit market revenue, residual and undeliverable revenue less degradation cost
 */
public record SettledPeriod(
        DeliveryPeriod period,
        BigDecimal price,
        BigDecimal acceptedMw,
        BigDecimal deliveredMw,
        BigDecimal stateOfChargeMwh,
        BigDecimal marketRevenue,
        BigDecimal residualMwh,
        BigDecimal residualRevenue,
        BigDecimal undeliverableMwh,
        BigDecimal undeliverableRevenue,
        BigDecimal degradationCost,
        BigDecimal profit) {}
