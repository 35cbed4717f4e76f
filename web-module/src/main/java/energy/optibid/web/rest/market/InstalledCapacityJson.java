package energy.optibid.web.rest.market;

import energy.optibid.market.InstalledCapacity;
import energy.optibid.market.ProductionType;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the plants of one production type in a zone can generate together. */
public record InstalledCapacityJson(
        ProductionType productionType,

        @Schema(description = "Start of the year that it is said for")
        Instant from,

        @Schema(description = "End of that year") Instant to,

        BigDecimal capacityMw,

        @Schema(description = "From when on it was known") Instant knownAt) {

    static InstalledCapacityJson of(InstalledCapacity capacity) {
        return new InstalledCapacityJson(
                capacity.productionType(), capacity.from(), capacity.to(), capacity.capacityMw(), capacity.knownAt());
    }
}
