package energy.optibid.bidding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What to run.
 *
 * @param assetId the battery to bid with
 * @param productCode the market product, for example {@code SDAC}
 * @param deliveryDate delivery day in the market's time zone
 * @param asOf what was known by then counts, and whether the gate was open; absent: now, or for a delivery day whose
 *     gate has closed the last minute before its closure
 * @param forecaster identifier of the forecaster; absent: the same hour a week ago
 * @param bidStyle how the plan becomes bids; absent: price-taking
 * @param startMwh stored energy at the start of the day, MWh; absent: empty
 * @param endMwh stored energy at the end of the day, MWh; absent: empty, or free where {@code endFree}
 * @param endFree whether the plan may end the day with any stored energy
 */
public record BidRunRequest(
        UUID assetId,
        String productCode,
        LocalDate deliveryDate,
        Optional<Instant> asOf,
        Optional<String> forecaster,
        Optional<BidStyle> bidStyle,
        Optional<BigDecimal> startMwh,
        Optional<BigDecimal> endMwh,
        boolean endFree) {}
