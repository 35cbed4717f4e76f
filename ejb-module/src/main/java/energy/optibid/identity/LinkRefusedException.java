package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** A one-time link is unknown, used, expired or for something else; which of them is not told. */
@ApplicationException(rollback = true)
public class LinkRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LinkRefusedException() {
        super("The link is not valid any more, or never was");
    }
}
