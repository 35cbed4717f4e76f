package energy.optibid.web.rest.bidruns;

import energy.optibid.bidding.BidRunState;
import energy.optibid.bidding.BidRunSummary;
import energy.optibid.bidding.BidStyle;
import energy.optibid.bidding.RunStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A line of the list of bid runs. */
public record BidRunSummaryJson(
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
        Optional<Instant> finishedAt,
        Optional<BigDecimal> profit,
        Optional<BigDecimal> perfectForesightProfit) {

    static BidRunSummaryJson of(BidRunSummary run) {
        return new BidRunSummaryJson(
                run.id(),
                run.assetId(),
                run.productCode(),
                run.zoneCode(),
                run.deliveryDate(),
                run.asOf(),
                run.forecaster(),
                run.bidStyle(),
                run.simulated(),
                run.state(),
                run.progress(),
                run.step(),
                run.createdAt(),
                run.finishedAt(),
                run.profit().map(BidRunJson::money),
                run.perfectForesightProfit().map(BidRunJson::money));
    }
}
