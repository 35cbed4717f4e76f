package energy.optibid.web.security;

import energy.optibid.identity.InspectedToken;
import energy.optibid.identity.TokenInspector;
import energy.optibid.identity.TokenRefusal;
import energy.optibid.platform.LogContext;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Verifies the access token in the header {@code Authorization: Bearer} and gives the request its user (ADR 0053). A
 * refused one leaves the request without a user, and {@link AuthenticationFilter} answers it, after the limits have
 * counted it. Mapped in web.xml.
 */
public class BearerFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String SCHEME = "Bearer ";

    @Inject
    private transient TokenInspector inspector;

    @Inject
    private transient TokenRefusals refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<InspectedToken> inspected = inspect(Collections.list(request.getHeaders("Authorization")));
        inspected.ifPresent(result -> TokenUser.keep(request, result));
        TokenUser.refusal(request).ifPresent(refusals::count);
        HttpServletRequest passed = TokenUser.token(request)
                .<HttpServletRequest>map(token -> new TokenUser(request, token))
                .orElse(request);
        LogContext context = LogContext.current();
        LogContext.Scope scope = TokenUser.token(request)
                .map(token -> context.of(token.organisationId(), token.userId()))
                .orElse(context)
                .enter();
        try {
            chain.doFilter(passed, response);
        } finally {
            scope.leave();
        }
    }

    /** Another scheme than Bearer is no token, and the request then has no user. */
    private Optional<InspectedToken> inspect(List<String> headers) {
        if (headers.size() > 1) {
            return Optional.of(new InspectedToken.Refused(TokenRefusal.AMBIGUOUS));
        }
        return headers.stream()
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .findFirst()
                .map(header ->
                        inspector.inspect(header.substring(SCHEME.length()).strip()));
    }
}
