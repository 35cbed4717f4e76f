package energy.optibid.web.security;

import energy.optibid.platform.WebSettings;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives every request an id, and every answer that id and the headers that protect a browser. Mapped first, in web.xml. */
public class ResponseHeadersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** Everything comes from us, and no script or style stands in the page (ADR 0022). */
    static final String CONSOLE_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';" + " frame-ancestors 'none'";

    /** The same, with script and style from that host as well. */
    static final String DISTANT_POLICY =
            CONSOLE_POLICY + "; script-src 'self' %1$s; style-src 'self' %1$s; connect-src 'self' %1$s";

    /** Nothing that the API answers is a page, but for its description. */
    static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /** Swagger UI brings its pictures as data; everything else comes from us. */
    static final String DOCS_POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self';"
            + " object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Inject
    private transient WebSettings settings;

    private String consolePolicy = CONSOLE_POLICY;

    @Override
    public void init() {
        consolePolicy = settings.assetBase()
                .map(base -> DISTANT_POLICY.formatted(base.origin()))
                .orElse(CONSOLE_POLICY);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        String id = first ? RequestId.assign(request, request.getHeader(RequestId.HEADER)) : RequestId.of(request);
        String path = Paths.original(request);
        boolean api = Paths.isApi(path);
        boolean docs = Paths.isDocs(path);
        response.setHeader(RequestId.HEADER, id);
        response.setHeader("Content-Security-Policy", docs ? DOCS_POLICY : api ? API_POLICY : consolePolicy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto"))) {
            // A browser believes it over TLS only, so a header that somebody else wrote does no harm.
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (docs) {
            response.setHeader("Cache-Control", "no-cache");
        } else if (api) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }
}
