package energy.optibid.bidding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A bid run as it stands: what was asked, how far it is, and all that it has made so far.
 *
 * @param periods the delivery day, period by period; empty until the forecast is made
 * @param bids empty until they are written
 * @param money absent until the run is settled
 */
public record BidRun(
        BidRunSummary summary,
        String assetName,
        String timeZone,
        Instant gateClosure,
        String currency,
        BigDecimal startMwh,
        Optional<BigDecimal> endMwh,
        List<StepProgress> steps,
        List<RunPeriod> periods,
        List<Bid> bids,
        Optional<RunMoney> money) {
    public BidRun {
        steps = List.copyOf(steps);
        periods = List.copyOf(periods);
        bids = List.copyOf(bids);
    }

    /**
     * How far one step is.
     *
     * @param state {@code pending}, {@code running}, {@code done} or {@code failed}
     */
    public record StepProgress(
            RunStep step,
            String state,
            Optional<Instant> startedAt,
            Optional<Instant> finishedAt,
            Optional<String> inputsJson) {}

    /**
     * The totals of a settled run, in its currency.
     *
     * @param profit what the day earned
     * @param perfectForesightProfit what the plant would have earned, had the prices been known
     * @param ratio profit by perfect-foresight profit; absent where the latter is zero
     * @param expectedProfit what the plan expected at the forecast prices
     * @param undeliverableMwh energy that was sold and not delivered, or bought and not taken, MWh
     * @param residualRevenue deviations below the quantity step at the published price
     */
    public record RunMoney(
            BigDecimal profit,
            BigDecimal perfectForesightProfit,
            Optional<BigDecimal> ratio,
            BigDecimal expectedProfit,
            BigDecimal marketRevenue,
            BigDecimal undeliverableMwh,
            BigDecimal undeliverableRevenue,
            BigDecimal residualRevenue,
            BigDecimal degradationCost) {}
}
