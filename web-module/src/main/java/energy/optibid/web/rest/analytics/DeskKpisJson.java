package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.DeskKpis;
import energy.optibid.analytics.Engine;
import energy.optibid.web.rest.market.PriceJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The desk at a glance.
 *
 * @param engine what served it
 * @param asOf when it was read
 * @param knownUntil from when on the price was known that became known last
 * @param latestPrices of each product and zone that has prices
 * @param runs of your organisation, in each state that any is in
 * @param profits of your organisation, by currency
 * @param nextGates of each product
 */
public record DeskKpisJson(
        Engine engine,
        Instant asOf,
        Optional<Instant> knownUntil,
        List<PriceJson> latestPrices,
        List<RunCountJson> runs,
        List<ProfitJson> profits,
        List<NextGateJson> nextGates) {

    /** How many bid runs are in a state. */
    public record RunCountJson(String state, long runs) {}

    /**
     * What settled runs earned whose positions stand.
     *
     * @param perfectForesightProfit what would have been earned had all prices been known
     * @param ratio of profit to that; absent unless it is more than 0
     * @param simulated whether any of the runs used prices of the simulator
     */
    public record ProfitJson(
            String currency,
            long settledRuns,
            BigDecimal profit,
            BigDecimal perfectForesightProfit,
            Optional<BigDecimal> ratio,
            boolean simulated) {}

    /** From when on orders for a day are refused. */
    public record NextGateJson(String productCode, LocalDate deliveryDate, Instant gateClosure) {}

    /** @param currencies by zone */
    static DeskKpisJson of(DeskKpis kpis, Map<String, String> currencies) {
        return new DeskKpisJson(
                kpis.engine(),
                kpis.asOf(),
                kpis.knownUntil(),
                kpis.latestPrices().stream()
                        .map(price -> PriceJson.of(currencies.getOrDefault(price.zoneCode(), ""), price))
                        .toList(),
                kpis.runs().stream()
                        .map(count -> new RunCountJson(count.state(), count.runs()))
                        .toList(),
                kpis.profits().stream().map(DeskKpisJson::profit).toList(),
                kpis.nextGates().stream()
                        .map(gate -> new NextGateJson(gate.productCode(), gate.deliveryDate(), gate.gateClosure()))
                        .toList());
    }

    private static ProfitJson profit(DeskKpis.Profit profit) {
        return new ProfitJson(
                profit.currency(),
                profit.settledRuns(),
                profit.profit(),
                profit.perfectForesightProfit(),
                profit.ratio(),
                profit.simulated());
    }
}
