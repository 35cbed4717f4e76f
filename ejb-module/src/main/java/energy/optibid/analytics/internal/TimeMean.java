package energy.optibid.analytics.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** A mean by time: Σ value · minutes / Σ minutes, of exact sums. */
final class TimeMean {
    private static final int SCALE = 6;

    private BigDecimal sum = BigDecimal.ZERO;
    private long minutes;

    void add(BigDecimal value, long held) {
        sum = sum.add(value.multiply(BigDecimal.valueOf(held)));
        minutes += held;
    }

    Duration time() {
        return Duration.ofMinutes(minutes);
    }

    /** Rounded half-even to six digits; absent where nothing was added. */
    Optional<BigDecimal> mean() {
        return minutes == 0
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(minutes), SCALE, RoundingMode.HALF_EVEN));
    }
}
