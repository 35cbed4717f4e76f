package energy.optibid.market.internal.quality;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * One stored value of a series.
 *
 * @param start of the delivery period, UTC
 * @param minutes length of the delivery period
 * @param knownAt from when on it was known
 * @param value currency per MWh of a price, else MW
 * @param simulated made by the simulator
 */
public record StoredValue(Instant start, int minutes, Instant knownAt, BigDecimal value, boolean simulated) {

    Instant end() {
        return start.plus(Duration.ofMinutes(minutes));
    }

    /** What readers see of it beside its start. */
    Content content() {
        return new Content(minutes, value.stripTrailingZeros());
    }

    /** A value without regard to the digits that it was written with. */
    record Content(int minutes, BigDecimal value) {}
}
