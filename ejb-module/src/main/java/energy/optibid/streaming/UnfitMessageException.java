package energy.optibid.streaming;

import jakarta.ejb.ApplicationException;

/** A message cannot be read or breaks a rule, however often it is tried. */
@ApplicationException(rollback = true)
public class UnfitMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable, in kebab case, for example {@code unknown-zone}
     * @param reason one sentence for the sender
     */
    public UnfitMessageException(String code, String reason) {
        super(reason);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
