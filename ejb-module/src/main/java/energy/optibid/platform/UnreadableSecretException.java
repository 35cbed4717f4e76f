package energy.optibid.platform;

/** A sealed secret cannot be opened: its key is not configured any more, or it is not what was sealed. */
public class UnreadableSecretException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableSecretException(String message) {
        super(message);
    }

    public UnreadableSecretException(String message, Throwable cause) {
        super(message, cause);
    }
}
