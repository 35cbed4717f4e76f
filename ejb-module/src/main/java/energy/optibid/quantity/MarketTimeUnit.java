package energy.optibid.quantity;

import java.time.Duration;

/** The length of a delivery period that a market trades. */
public enum MarketTimeUnit {
    QUARTER_HOUR(15),
    HALF_HOUR(30),
    HOUR(60);

    private final int minutes;

    MarketTimeUnit(int minutes) {
        this.minutes = minutes;
    }

    public int minutes() {
        return minutes;
    }

    public Duration duration() {
        return Duration.ofMinutes(minutes);
    }

    /**
     * The unit of the given length.
     *
     * @throws IllegalArgumentException where no market trades periods of that length
     */
    public static MarketTimeUnit ofMinutes(int minutes) {
        for (MarketTimeUnit unit : values()) {
            if (unit.minutes == minutes) {
                return unit;
            }
        }
        throw new IllegalArgumentException("No market time unit of " + minutes + " minutes; allowed: 15, 30, 60");
    }
}
