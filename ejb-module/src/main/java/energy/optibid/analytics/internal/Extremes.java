package energy.optibid.analytics.internal;

import energy.optibid.analytics.Extreme;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The least and the greatest of values that are added in order of their start: of equal ones the first. */
final class Extremes {
    private @Nullable Extreme min;
    private @Nullable Extreme max;

    void add(BigDecimal value, Instant start) {
        if (min == null || value.compareTo(min.value()) < 0) {
            min = new Extreme(value, start);
        }
        if (max == null || value.compareTo(max.value()) > 0) {
            max = new Extreme(value, start);
        }
    }

    /** Absent where nothing was added. */
    Optional<Extreme> min() {
        return Optional.ofNullable(min);
    }

    /** Absent where nothing was added. */
    Optional<Extreme> max() {
        return Optional.ofNullable(max);
    }
}
