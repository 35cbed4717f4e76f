package energy.optibid.web.rest.bidruns;

import energy.optibid.bidding.BidRunRequest;
import energy.optibid.bidding.BidStyle;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A bid run to start; see {@link BidRunRequest} for the defaults. */
public record NewBidRunJson(
        UUID assetId,
        String productCode,
        LocalDate deliveryDate,
        Optional<Instant> asOf,
        Optional<String> forecaster,
        Optional<BidStyle> bidStyle,
        Optional<BigDecimal> startMwh,
        Optional<BigDecimal> endMwh,
        Optional<Boolean> endFree) {

    BidRunRequest request() {
        return new BidRunRequest(
                assetId,
                productCode,
                deliveryDate,
                asOf,
                forecaster,
                bidStyle,
                startMwh,
                endMwh,
                endFree.orElse(false));
    }
}
