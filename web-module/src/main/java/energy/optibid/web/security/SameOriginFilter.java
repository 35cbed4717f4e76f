package energy.optibid.web.security;

import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Optional;

/**
 * Refuses requests of other sites to operations that go by a cookie: they must carry a header that no form and no link
 * can send, and where the browser says from where they come, it must be our own pages.
 */
@Provider
@SameOrigin
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class SameOriginFilter implements ContainerRequestFilter {
    /** Its presence counts: a page of another site may send it only after a CORS preflight, which is refused. */
    public static final String HEADER = "X-OptiBid-Request";

    @Override
    public void filter(ContainerRequestContext request) {
        boolean ours = request.getHeaderString(HEADER) != null
                && isOurs(
                        Optional.ofNullable(request.getHeaderString("Sec-Fetch-Site")),
                        Optional.ofNullable(request.getHeaderString("Origin")),
                        Optional.ofNullable(request.getHeaderString(HttpHeaders.HOST)));
        if (!ours) {
            throw new ProblemException(ProblemCode.CROSS_SITE_REFUSED);
        }
    }

    /** Browsers say the first over TLS, and the second with each POST; programs that are no browser say neither. */
    static boolean isOurs(Optional<String> site, Optional<String> origin, Optional<String> host) {
        if (site.isPresent()) {
            return site.get().equals("same-origin");
        }
        return origin.isEmpty()
                || origin.flatMap(SameOriginFilter::authority)
                        .filter(host.orElse("")::equals)
                        .isPresent();
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
