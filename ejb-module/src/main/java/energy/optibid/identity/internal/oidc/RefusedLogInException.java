package energy.optibid.identity.internal.oidc;

import energy.optibid.identity.SingleSignOnRefusal;

/** A log-in that has come back from the provider and is refused here. The message is for log and audit trail. */
public class RefusedLogInException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX = 300;

    private final SingleSignOnRefusal reason;

    public RefusedLogInException(SingleSignOnRefusal reason, String message) {
        super(printable(message));
        this.reason = reason;
    }

    RefusedLogInException(SingleSignOnRefusal reason, RuntimeException cause) {
        super(printable(String.valueOf(cause.getMessage())), cause);
        this.reason = reason;
    }

    /** What is told may stem from the browser or from a token: in one line, and not for long. */
    private static String printable(String message) {
        String line = message.replaceAll("\\p{C}", " ");
        return line.substring(0, Math.min(line.length(), MAX));
    }

    public SingleSignOnRefusal reason() {
        return reason;
    }
}
