package energy.optibid.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * A time in which electricity is delivered: half-open {@code [start, end)}, in UTC.
 *
 * @param start the first instant of the delivery
 * @param end the first instant after it; later than {@code start}
 */
public record DeliveryPeriod(Instant start, Instant end) implements Comparable<DeliveryPeriod> {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /** Digits after the point of an energy in MWh: one watt-second is 2.8e-10 MWh. */
    private static final int ENERGY_SCALE = 9;

    public DeliveryPeriod {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("A delivery period must end after it starts: " + start + " to " + end);
        }
    }

    public static DeliveryPeriod of(Instant start, MarketTimeUnit unit) {
        return new DeliveryPeriod(start, start.plus(unit.duration()));
    }

    public Duration duration() {
        return Duration.between(start, end);
    }

    /** The length in hours, for the conversion between MW and MWh. */
    public double hours() {
        return duration().toSeconds() / 3600.0;
    }

    /** The energy in MWh of a constant power in MW over this period; the sign is kept, rounded half-even to 9 digits. */
    public BigDecimal energyMwh(BigDecimal powerMw) {
        return powerMw.multiply(BigDecimal.valueOf(duration().toSeconds()))
                .divide(SECONDS_PER_HOUR, ENERGY_SCALE, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }

    @Override
    public int compareTo(DeliveryPeriod other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : end.compareTo(other.end);
    }
}
