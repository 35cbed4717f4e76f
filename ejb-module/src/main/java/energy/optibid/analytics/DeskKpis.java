package energy.optibid.analytics;

import energy.optibid.market.LatestPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an operator wants to see at a glance.
 *
 * @param asOf when it was read
 * @param knownUntil from when on the price was known that became known last; absent without prices
 * @param latestPrices of each product and zone that has prices, by codes
 * @param runs how many bid runs of the organisation are in each state that any is in
 * @param profits of the organisation, by currency
 * @param nextGates of each product that is traded where the organisation has plant, the next one first
 */
public record DeskKpis(
        Engine engine,
        Instant asOf,
        Optional<Instant> knownUntil,
        List<LatestPrice> latestPrices,
        List<RunCount> runs,
        List<Profit> profits,
        List<NextGate> nextGates) {
    public DeskKpis {
        latestPrices = List.copyOf(latestPrices);
        runs = List.copyOf(runs);
        profits = List.copyOf(profits);
        nextGates = List.copyOf(nextGates);
    }

    /** @param state as the interface of bid runs names it */
    public record RunCount(String state, long runs) {}

    /**
     * What settled runs earned whose positions stand: a run that a later one of the same plant and day superseded does
     * not count twice.
     *
     * @param perfectForesightProfit what would have been earned had all prices been known
     * @param ratio of profit to that, six digits; absent unless it is more than 0
     * @param simulated whether any of the runs used prices of the simulator
     */
    public record Profit(
            String currency,
            long settledRuns,
            BigDecimal profit,
            BigDecimal perfectForesightProfit,
            Optional<BigDecimal> ratio,
            boolean simulated) {}

    /** @param gateClosure the next instant from which orders for a day are refused */
    public record NextGate(String productCode, LocalDate deliveryDate, Instant gateClosure) {}
}
