package energy.optibid.portfolio.internal;

/** Another one has the name; the transaction cannot go on. */
public class NameTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NameTakenException(Throwable cause) {
        super("The name is taken", cause);
    }
}
