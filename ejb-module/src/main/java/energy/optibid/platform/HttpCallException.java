package energy.optibid.platform;

/** A call over HTTP had no answer, or not all of one in time; the message says so in one line and names no address. */
final class HttpCallException extends Exception {
    private static final long serialVersionUID = 1L;

    HttpCallException(String message) {
        super(message);
    }
}
