package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.Load;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parameters of an asset of kind load. */
public record LoadJson(
        @Schema(description = "What it consumes when nobody asks for more or less, MW, positive")
        BigDecimal baselineMw,

        @Schema(description = "How much more it can consume, MW, not negative")
        BigDecimal flexibleUpMw,

        @Schema(description = "How much less it can consume, MW, not negative, not above the baseline")
        BigDecimal flexibleDownMw,

        @Schema(
                description =
                        "Within how many hours moved consumption is made up for, [0, 168]; 0: it is not made up for")
        BigDecimal maxShiftHours,

        @Schema(description = "How often a day it may be asked, 1 to 96")
        int maxCallsPerDay,

        @Schema(description = "Currency of the zone per MWh moved, not negative")
        BigDecimal flexibilityCostPerMwh) {

    static LoadJson of(Load load) {
        return new LoadJson(
                load.baselineMw(),
                load.flexibleUpMw(),
                load.flexibleDownMw(),
                load.maxShiftHours(),
                load.maxCallsPerDay(),
                load.flexibilityCostPerMwh());
    }

    Load load() {
        return new Load(baselineMw, flexibleUpMw, flexibleDownMw, maxShiftHours, maxCallsPerDay, flexibilityCostPerMwh);
    }
}
