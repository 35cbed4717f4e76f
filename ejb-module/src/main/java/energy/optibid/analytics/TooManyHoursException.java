package energy.optibid.analytics;

import jakarta.ejb.ApplicationException;

/** A selection has more hours, over all its zones, than are looked at at once. */
@ApplicationException
public class TooManyHoursException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long hours;

    public TooManyHoursException(long hours, long allowed) {
        super("%,d hours over all zones are asked for; at most %,d are looked at at once".formatted(hours, allowed));
        this.hours = hours;
    }

    public long hours() {
        return hours;
    }
}
