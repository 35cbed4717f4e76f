package energy.optibid.notification;

import jakarta.ejb.ApplicationException;

/** An alert cannot be raised as it is; nothing was stored. */
@ApplicationException(rollback = true)
public class AlertRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;

    /**
     * @param field as in the API
     * @param message what is wrong, in one sentence
     * @param value what was given
     */
    public AlertRefusedException(String field, String message, String value) {
        super(message);
        this.field = field;
        this.value = value;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }
}
