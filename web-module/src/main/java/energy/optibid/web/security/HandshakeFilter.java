package energy.optibid.web.security;

import energy.optibid.identity.Role;
import energy.optibid.identity.TokenRefusal;
import energy.optibid.identity.VerifiedToken;
import energy.optibid.platform.Capabilities;
import energy.optibid.platform.WebSettings;
import energy.optibid.push.PushDesk;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.Problems;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;

/**
 * Lets a WebSocket be opened by who shows a good access token, and in a browser only from our own pages and those of the
 * listed sites: a browser sends the handshake of any page. Mapped in web.xml, behind what reads the token and the limits.
 */
public class HandshakeFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String PROTOCOL = "websocket";

    @Inject
    private transient Capabilities capabilities;

    @Inject
    private transient WebSettings settings;

    @Inject
    private transient PushDesk desk;

    @Inject
    private transient TokenRefusals refusals;

    @Inject
    private transient Origins origins;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<ProblemCode> refused = refused(request);
        if (refused.isEmpty()) {
            chain.doFilter(called(request), response);
            return;
        }
        if (refused.get() == ProblemCode.NOT_AUTHENTICATED) {
            response.setHeader("WWW-Authenticate", AuthenticationFilter.CHALLENGE);
        } else if (refused.get() == ProblemCode.UNAVAILABLE) {
            response.setHeader("Retry-After", Integer.toString(Problems.RETRY_AFTER_SECONDS));
        } else if (refused.get() == ProblemCode.UPGRADE_REQUIRED) {
            response.setHeader("Upgrade", PROTOCOL);
            // The server ends the answer with the connection, and keeps that for half a minute unless it is told to
            // close it.
            response.setHeader("Connection", "close");
        }
        ProblemWriter.write(request, response, refused.get(), Optional.empty());
    }

    private Optional<ProblemCode> refused(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (!capabilities.webSocket()) {
            return Optional.of(ProblemCode.NOT_FOUND);
        }
        if (origin != null && !settings.admits(origin)) {
            return Optional.of(ProblemCode.CROSS_SITE_REFUSED);
        }
        Optional<VerifiedToken> token = TokenUser.token(request);
        if (token.isEmpty()) {
            if (TokenUser.refusal(request).isEmpty()) {
                refusals.count(TokenRefusal.MISSING);
            }
            return Optional.of(ProblemCode.NOT_AUTHENTICATED);
        }
        if (Role.ALL.stream().noneMatch(token.get().roles()::contains)) {
            return Optional.of(ProblemCode.FORBIDDEN);
        }
        if (!desk.isReady()) {
            return Optional.of(ProblemCode.UNAVAILABLE);
        }
        // A browser does not tell its page why no socket was opened: this tells a page that asks over HTTP.
        return PROTOCOL.equalsIgnoreCase(request.getHeader("Upgrade"))
                ? Optional.empty()
                : Optional.of(ProblemCode.UPGRADE_REQUIRED);
    }

    private HttpServletRequest called(HttpServletRequest request) {
        VerifiedToken token = TokenUser.token(request).orElseThrow();
        Principal caller = new SocketCaller(
                token, RateLimitFilter.network(origins.of(request).address()));
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return caller;
            }
        };
    }
}
