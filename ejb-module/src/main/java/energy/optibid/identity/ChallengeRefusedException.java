package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** The challenge is unknown, used, too old, for something else, or saw too many wrong codes. */
@ApplicationException(rollback = true)
public class ChallengeRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ChallengeRefusedException() {
        super("The log-in has to begin anew");
    }
}
