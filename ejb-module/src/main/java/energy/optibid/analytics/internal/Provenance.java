package energy.optibid.analytics.internal;

import energy.optibid.market.KnownPrice;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many prices figures rest on, and of what kind they are. */
final class Provenance {
    private long periods;
    private boolean simulated;
    private @Nullable Instant knownUntil;

    void add(KnownPrice price) {
        periods++;
        simulated |= price.simulated();
        if (knownUntil == null || price.knownAt().isAfter(knownUntil)) {
            knownUntil = price.knownAt();
        }
    }

    /** Delivery periods with a price. */
    long periods() {
        return periods;
    }

    /** Whether any price was made by the simulator. */
    boolean simulated() {
        return simulated;
    }

    /** From when on the price was known that became known last; absent without prices. */
    Optional<Instant> knownUntil() {
        return Optional.ofNullable(knownUntil);
    }
}
