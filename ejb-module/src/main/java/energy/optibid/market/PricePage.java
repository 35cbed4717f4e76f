package energy.optibid.market;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A part of a history.
 *
 * @param points in order of their start; periods without a price are left out, and so it may be empty and not be the last
 * @param next where the next page begins; absent on the last
 */
public record PricePage(List<PricePoint> points, Optional<Instant> next) {
    public PricePage {
        points = List.copyOf(points);
    }
}
