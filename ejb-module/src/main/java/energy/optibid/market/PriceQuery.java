package energy.optibid.market;

import java.time.Instant;
import java.util.Optional;

/**
 * Which prices are read.
 *
 * @param from first start of a delivery period
 * @param to first start after them
 * @param asOf as they were known then, a value that became known at that instant included; absent: as they are known best
 * @param resolution absent: as they are stored
 * @param most at most so many points, at least 1
 */
public record PriceQuery(
        String productCode,
        String zoneCode,
        Instant from,
        Instant to,
        Optional<Instant> asOf,
        Optional<Resolution> resolution,
        int most) {}
