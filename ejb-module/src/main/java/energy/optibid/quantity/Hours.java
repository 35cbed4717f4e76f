package energy.optibid.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Lengths of time as decimal hours, as people read them. */
public final class Hours {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final int SCALE = 6;

    private Hours() {}

    /** Rounded half-even to six digits: exact for whole quarter-hours. Seconds are the smallest unit that counts. */
    public static BigDecimal of(Duration time) {
        return BigDecimal.valueOf(time.toSeconds()).divide(SECONDS_PER_HOUR, SCALE, RoundingMode.HALF_EVEN);
    }
}
