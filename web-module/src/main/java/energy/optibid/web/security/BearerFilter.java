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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Verifies the access token in the header {@code Authorization: Bearer}, or of a WebSocket in its subprotocol, and gives the request its user (ADR 0053). A
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
        Optional<InspectedToken> inspected = inspect(tokens(request));
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

    /** Absent where the request names no token. */
    private Optional<InspectedToken> inspect(List<Optional<String>> tokens) {
        if (tokens.size() > 1) {
            return Optional.of(new InspectedToken.Refused(TokenRefusal.AMBIGUOUS));
        }
        return tokens.stream().flatMap(Optional::stream).findFirst().map(inspector::inspect);
    }

    /** One for each place where a token may stand; absent in a header of another scheme than Bearer, which is no token. */
    private static List<Optional<String>> tokens(HttpServletRequest request) {
        List<Optional<String>> tokens = new ArrayList<>();
        Collections.list(request.getHeaders("Authorization")).forEach(header -> tokens.add(bearer(header)));
        if (Paths.isSocket(Paths.original(request))) {
            SocketProtocols.tokens(Collections.list(request.getHeaders(SocketProtocols.HEADER)))
                    .forEach(token -> tokens.add(Optional.of(token)));
        }
        return tokens;
    }

    private static Optional<String> bearer(String header) {
        return Optional.of(header)
                .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(text -> text.substring(SCHEME.length()).strip());
    }
}
