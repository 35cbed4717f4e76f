package energy.optibid.identity.internal.oidc;

/** An ID token that must not log anybody in. The message is for the log and the audit trail, never for the browser. */
public class IdTokenRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IdTokenRefusedException(String message) {
        super(message);
    }

    IdTokenRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
