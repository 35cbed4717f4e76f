package energy.optibid.identity.internal.oidc;

import energy.optibid.identity.SingleSignOnRefusal;

/** A log-in that has come back from the provider and is refused here. The message is for log and audit trail. */
public class RefusedLogInException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SingleSignOnRefusal reason;

    public RefusedLogInException(SingleSignOnRefusal reason, String message) {
        super(message);
        this.reason = reason;
    }

    RefusedLogInException(SingleSignOnRefusal reason, RuntimeException cause) {
        super(cause.getMessage(), cause);
        this.reason = reason;
    }

    public SingleSignOnRefusal reason() {
        return reason;
    }
}
