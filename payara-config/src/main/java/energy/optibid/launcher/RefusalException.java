package energy.optibid.launcher;

/** Why OptiBid cannot start or go on: one line for the person at the console, who needs no stack trace. */
public final class RefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String line;

    public RefusalException(String line) {
        super(line, null, false, false);
        this.line = line;
    }

    /** What to tell the person. */
    public String line() {
        return line;
    }
}
