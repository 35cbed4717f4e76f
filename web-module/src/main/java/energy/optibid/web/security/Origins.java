package energy.optibid.web.security;

import energy.optibid.platform.Origin;
import energy.optibid.platform.TrustedProxies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;

/** Tells where a request came from. */
@ApplicationScoped
public class Origins {
    private static final String ATTRIBUTE = Origin.class.getName();
    private static final int LONGEST_USER_AGENT = 200;

    @Inject
    TrustedProxies proxies;

    /** Where this request came from; worked out once for each. */
    public Origin of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Origin known) {
            return known;
        }
        String address =
                proxies.client(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
        Origin origin = new Origin(address, userAgent(request), RequestId.of(request));
        request.setAttribute(ATTRIBUTE, origin);
        return origin;
    }

    private static String userAgent(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("User-Agent"))
                .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_USER_AGENT)))
                .orElse("");
    }
}
