package energy.optibid.platform;

/**
 * Where a request came from, for the audit trail and for limits. Empty texts where it is not known.
 *
 * @param address the client's IP address; that of the nearest proxy that is not trusted where there are proxies
 * @param userAgent what the client calls itself, at most 200 characters and without control characters
 * @param requestId the request's {@code X-Request-Id}
 */
public record Origin(String address, String userAgent, String requestId) {
    private static final Origin NONE = new Origin("", "", "");

    /** OptiBid itself, or a caller without a connection. */
    public static Origin none() {
        return NONE;
    }
}
