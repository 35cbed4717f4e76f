package energy.optibid.liquibase;

/** The schema could not be read or changed; the message is one line that says what failed. */
public class SchemaException extends RuntimeException {

    public SchemaException(String message) {
        super(message);
    }

    public SchemaException(String doing, Throwable cause) {
        super(doing + ": " + reason(cause), cause);
    }

    /** The innermost reason, on one line: Liquibase wraps the database's own words several times. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return (message == null ? innermost.toString() : message).strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
