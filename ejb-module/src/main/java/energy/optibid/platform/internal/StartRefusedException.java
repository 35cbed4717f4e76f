package energy.optibid.platform.internal;

/** OptiBid does not start; the message is one line that says why and what mends it. */
class StartRefusedException extends RuntimeException {

    StartRefusedException(String message) {
        super(message);
    }

    StartRefusedException(String message, Throwable cause) {
        super(message + ": " + innermost(cause).getMessage(), cause);
    }

    private static Throwable innermost(Throwable failure) {
        return failure.getCause() == null ? failure : innermost(failure.getCause());
    }
}
