package energy.optibid.market;

import jakarta.ejb.ApplicationException;

/** There is no zone of that code. */
@ApplicationException
public class UnknownZoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String zoneCode;

    public UnknownZoneException(String zoneCode) {
        super("There is no zone " + zoneCode);
        this.zoneCode = zoneCode;
    }

    public String zoneCode() {
        return zoneCode;
    }
}
