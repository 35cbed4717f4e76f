package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** An export would have more entries than one may have. */
@ApplicationException(rollback = true)
public class TooManyAuditEntriesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooManyAuditEntriesException(int most) {
        super("At most " + most + " entries are exported at once; ask for a shorter time");
    }
}
