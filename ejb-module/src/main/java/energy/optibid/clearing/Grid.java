package energy.optibid.clearing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The multiples of a decimal step, counted in exact longs: prices in ticks, quantities in steps. */
final class Grid {
    /** The count of a value that is no multiple of the step, or beyond the range. */
    static final long OFF = Long.MIN_VALUE;

    /** Beyond it lies nothing that a market trades, and a hostile exponent would fill the memory. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000L);

    private static final int MOST_DIGITS_AFTER_THE_POINT = 100;

    private static final BigDecimal SMALLEST_STEP = new BigDecimal("0.000001");

    private final int scale;
    private final long unscaledStep;

    Grid(BigDecimal step) {
        requirePositive("tick", step);
        this.scale = Math.max(0, step.scale());
        this.unscaledStep =
                step.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    static void requirePositive(String what, BigDecimal step) {
        if (step.compareTo(SMALLEST_STEP) < 0 || step.compareTo(LARGEST) > 0 || step.scale() > 9) {
            throw new IllegalArgumentException(
                    "A " + what + " must lie between " + SMALLEST_STEP + " and " + LARGEST + ": " + step);
        }
    }

    /** How many steps make the value; {@link #OFF} where no whole number of them does. */
    long count(BigDecimal value) {
        if (value.scale() > MOST_DIGITS_AFTER_THE_POINT || value.abs().compareTo(LARGEST) > 0) {
            return OFF;
        }
        BigDecimal scaled = value.scale() == scale ? value : value.setScale(scale, RoundingMode.DOWN);
        long unscaled = scaled.unscaledValue().longValueExact();
        boolean whole = unscaled % unscaledStep == 0 && scaled.compareTo(value) == 0;
        return whole ? unscaled / unscaledStep : OFF;
    }

    BigDecimal value(long count) {
        return BigDecimal.valueOf(count * unscaledStep, scale);
    }
}
