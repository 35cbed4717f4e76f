package energy.optibid.web.security;

import energy.optibid.platform.Ids;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a request: the caller's {@code X-Request-Id} where it is well-formed, else one of ours. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:+/=-]{0,127}");

    private RequestId() {}

    /** The id of this request, which it keeps. */
    public static String of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        return assign(request, null);
    }

    static String assign(ServletRequest request, @Nullable String given) {
        String id = Optional.ofNullable(given)
                .filter(text -> WELL_FORMED.matcher(text).matches())
                .orElseGet(() -> Ids.next().toString());
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
