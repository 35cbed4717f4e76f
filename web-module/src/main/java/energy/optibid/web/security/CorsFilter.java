package energy.optibid.web.security;

import energy.optibid.platform.WebSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets pages of the listed sites call the API from a browser (the CORS protocol of the Fetch standard). They send a
 * bearer token; the cookie of the console stays with the console. Mapped in web.xml.
 */
public class CorsFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String SENT =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match," + " X-Request-Id, traceparent";
    private static final String SHOWN = "ETag, Idempotent-Replay, Location, RateLimit, RateLimit-Policy, Retry-After,"
            + " WWW-Authenticate, X-Request-Id";
    private static final String MAX_AGE_SECONDS = "600";

    @Inject
    private transient WebSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        if (!settings.allowedOrigins().isEmpty()) {
            response.addHeader("Vary", "Origin");
        }
        boolean allowed = origin != null && settings.allows(origin);
        if (allowed) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Expose-Headers", SHOWN);
        }
        if (isPreflight(request)) {
            if (allowed) {
                response.setHeader("Access-Control-Allow-Methods", METHODS);
                response.setHeader("Access-Control-Allow-Headers", SENT);
                response.setHeader("Access-Control-Max-Age", MAX_AGE_SECONDS);
            }
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }
}
