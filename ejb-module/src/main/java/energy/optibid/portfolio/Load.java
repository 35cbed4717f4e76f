package energy.optibid.portfolio;

import java.math.BigDecimal;

/**
 * A load that can move some of its consumption. Its powers are positive though it consumes.
 *
 * @param baselineMw what it consumes when nobody asks for more or less, MW, positive
 * @param flexibleUpMw how much more it can consume, MW, not negative
 * @param flexibleDownMw how much less it can consume, MW, not negative, not above the baseline
 * @param maxShiftHours within how many hours moved consumption is made up for, [0, 168]; 0: it is not made up for
 * @param maxCallsPerDay how often a day it may be asked, 1 to 96
 * @param flexibilityCostPerMwh currency of the zone per MWh moved, not negative
 */
public record Load(
        BigDecimal baselineMw,
        BigDecimal flexibleUpMw,
        BigDecimal flexibleDownMw,
        BigDecimal maxShiftHours,
        int maxCallsPerDay,
        BigDecimal flexibilityCostPerMwh)
        implements AssetParameters {

    @Override
    public AssetKind kind() {
        return AssetKind.LOAD;
    }
}
