package energy.optibid.market;

import jakarta.ejb.ApplicationException;

/** A zone has more series than are looked at at once. */
@ApplicationException
public class TooManySeriesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooManySeriesException(String zoneCode, int most) {
        super("Zone " + zoneCode + " has more than " + most + " series: name those to look at");
    }
}
