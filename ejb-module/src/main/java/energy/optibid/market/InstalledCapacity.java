package energy.optibid.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What the plants of one production type in a zone can generate together, as it was known at some instant.
 *
 * @param from start of the year that it is said for
 * @param to end of that year
 * @param capacityMw not negative
 * @param knownAt from when on it was known
 */
public record InstalledCapacity(
        ProductionType productionType, Instant from, Instant to, BigDecimal capacityMw, Instant knownAt) {}
