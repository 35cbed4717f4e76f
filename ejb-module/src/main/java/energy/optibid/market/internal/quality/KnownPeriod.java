package energy.optibid.market.internal.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that was ever known of the delivery period that begins at one instant.
 *
 * @param values at least one, in the order in which they became known, of one instant in that of their revisions
 */
record KnownPeriod(List<StoredValue> values) {
    KnownPeriod {
        values = List.copyOf(values);
    }

    Instant start() {
        return values.get(0).start();
    }

    /** The value that readers get. */
    StoredValue inForce() {
        return values.get(values.size() - 1);
    }

    Instant firstKnownAt() {
        return values.get(0).knownAt();
    }

    /** The value that readers got at an instant; absent where nothing was known yet. */
    Optional<StoredValue> knownBy(Instant instant) {
        return values.stream()
                .filter(value -> !value.knownAt().isAfter(instant))
                .reduce((earlier, later) -> later);
    }

    /** How many different values or lengths it had. */
    long contents() {
        return values.stream().map(StoredValue::content).distinct().count();
    }
}
