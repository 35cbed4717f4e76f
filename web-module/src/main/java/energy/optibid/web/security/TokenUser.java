package energy.optibid.web.security;

import energy.optibid.identity.InspectedToken;
import energy.optibid.identity.TokenRefusal;
import energy.optibid.identity.VerifiedToken;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request with a verified access token: its user and roles are those of the token. */
final class TokenUser extends HttpServletRequestWrapper {
    private static final String ATTRIBUTE = InspectedToken.class.getName();

    private final VerifiedToken token;

    TokenUser(HttpServletRequest request, VerifiedToken token) {
        super(request);
        this.token = token;
    }

    /** What came out of looking at the request's token; absent where it has none. */
    static Optional<InspectedToken> inspected(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof InspectedToken inspected
                ? Optional.of(inspected)
                : Optional.empty();
    }

    /** The verified token of a request; absent where it has none. */
    static Optional<VerifiedToken> token(ServletRequest request) {
        return inspected(request)
                .map(inspected -> inspected instanceof InspectedToken.Accepted accepted ? accepted.token() : null);
    }

    /** Why the token of a request was refused; absent where it was not. */
    static Optional<TokenRefusal> refusal(ServletRequest request) {
        return inspected(request)
                .map(inspected -> inspected instanceof InspectedToken.Refused refused ? refused.reason() : null);
    }

    /** The user of a verified token. */
    static Principal principal(VerifiedToken token) {
        return new User(token.userId().toString());
    }

    static void keep(ServletRequest request, InspectedToken inspected) {
        request.setAttribute(ATTRIBUTE, inspected);
    }

    @Override
    public Principal getUserPrincipal() {
        return principal(token);
    }

    @Override
    public String getRemoteUser() {
        return token.userId().toString();
    }

    @Override
    public String getAuthType() {
        return "Bearer";
    }

    @Override
    public boolean isUserInRole(@Nullable String role) {
        return role != null && token.roles().contains(role);
    }

    /** Named by the user's id. */
    private record User(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }
}
