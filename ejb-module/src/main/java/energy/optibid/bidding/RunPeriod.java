package energy.optibid.bidding;

import energy.optibid.quantity.DeliveryPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One delivery period of a run. Power is positive for sale and discharge; a part is absent until its step is done.
 *
 * @param number of the period within the delivery day, from 1
 * @param forecastBasis starts of the historic periods that the forecast was made from
 */
public record RunPeriod(
        int number,
        DeliveryPeriod period,
        Optional<Planned> planned,
        Optional<Settled> settled,
        BigDecimal forecastPrice,
        List<Instant> forecastBasis,
        Optional<BigDecimal> publishedPrice) {

    /**
     * What the plan says.
     *
     * @param powerMw net power, MW
     * @param stateOfChargeMwh at the period's end, MWh
     */
    public record Planned(BigDecimal powerMw, BigDecimal stateOfChargeMwh, BigDecimal opportunityPrice) {}

    /**
     * What was sold, delivered and earned.
     *
     * @param imbalanceMwh delivered less accepted, MWh
     * @param imbalanceRevenue the imbalance at the published price
     * @param perfectForesightMw what the plant would have done, had the prices been known
     */
    public record Settled(
            BigDecimal acceptedMw,
            BigDecimal clearingPrice,
            BigDecimal deliveredMw,
            BigDecimal stateOfChargeMwh,
            BigDecimal marketRevenue,
            BigDecimal imbalanceMwh,
            BigDecimal imbalanceRevenue,
            BigDecimal undeliverableMwh,
            BigDecimal degradationCost,
            BigDecimal profit,
            BigDecimal perfectForesightMw,
            BigDecimal perfectForesightProfit) {}
}
