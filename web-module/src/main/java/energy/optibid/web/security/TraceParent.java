package energy.optibid.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header {@code traceparent} of W3C Trace Context. OptiBid makes no spans: it tells in its log whose trace it is in. */
final class TraceParent {
    private static final String HEADER = "traceparent";
    private static final int LONGEST = 256;

    /** Version, trace, parent, flags, and what a later version may have behind them. */
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

    private static final Pattern ZEROS = Pattern.compile("0+");

    private TraceParent() {}

    /** The trace that a request belongs to, 32 hexadecimal digits; absent where the header is missing, wrong or not alone. */
    static Optional<String> traceId(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HEADER));
        return headers.size() == 1 ? traceId(headers.get(0)) : Optional.empty();
    }

    static Optional<String> traceId(String header) {
        Matcher parts = FORM.matcher(header);
        if (header.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        String version = parts.group(1);
        boolean allowed = version.equals("00") ? parts.group(4) == null : !version.equals("ff");
        return Optional.of(parts.group(2)).filter(trace -> allowed && !isZero(trace) && !isZero(parts.group(3)));
    }

    private static boolean isZero(String digits) {
        return ZEROS.matcher(digits).matches();
    }
}
