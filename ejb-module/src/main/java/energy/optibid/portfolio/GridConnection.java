package energy.optibid.portfolio;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a grid connection carries. The plant behind it may add up to more.
 *
 * @param importLimitMw greatest power from the grid, MW, not negative; absent where nobody said
 * @param exportLimitMw greatest power into the grid, MW, not negative; absent where nobody said
 */
public record GridConnection(Optional<BigDecimal> importLimitMw, Optional<BigDecimal> exportLimitMw) {}
