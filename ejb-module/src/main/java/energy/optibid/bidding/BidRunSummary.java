package energy.optibid.bidding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of the list of bid runs.
 *
 * @param progress 0 to 1
 * @param step the step that runs or comes next; the last one when the run has succeeded
 * @param simulated whether prices of the simulator went into it
 * @param profit absent until the run is settled
 */
public record BidRunSummary(
        UUID id,
        UUID assetId,
        String productCode,
        String zoneCode,
        LocalDate deliveryDate,
        Instant asOf,
        String forecaster,
        BidStyle bidStyle,
        boolean simulated,
        BidRunState state,
        double progress,
        RunStep step,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<RunProblem> problem,
        Optional<BigDecimal> profit,
        Optional<BigDecimal> perfectForesightProfit) {}
