package energy.optibid.analytics;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rows that an engine gave.
 *
 * @param asOf every price that was stored by then is in the rows
 */
public record PriceTable(Engine engine, Instant asOf, List<PriceSums> rows) {
    public PriceTable {
        rows = List.copyOf(rows);
    }

    /** From when on the price was known that became known last; absent without rows. */
    public Optional<Instant> knownUntil() {
        return rows.stream().map(PriceSums::knownUntil).max(Comparator.naturalOrder());
    }

    /** Whether any price was made by the simulator. */
    public boolean simulated() {
        return rows.stream().anyMatch(PriceSums::simulated);
    }
}
