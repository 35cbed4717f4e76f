package energy.optibid.web.security;

import energy.optibid.identity.TokenRefusal;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;

/**
 * Everything needs an access token but the operations with {@code @PermitAll}, also what does not exist. A token that
 * {@link BearerFilter} has refused is refused everywhere.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AuthenticationFilter implements ContainerRequestFilter {
    static final String CHALLENGE = "Bearer realm=\"optibid\"";

    private static final String REFUSED = CHALLENGE + ", error=\"invalid_token\"";

    @Inject
    Caller caller;

    @Inject
    TokenRefusals refusals;

    @Override
    public void filter(ContainerRequestContext request) {
        if (caller.isRefused()) {
            throw notAuthenticated(REFUSED);
        }
        if (!caller.isKnown() && !OpenPaths.contains(request.getUriInfo().getPath())) {
            refusals.count(TokenRefusal.MISSING);
            throw notAuthenticated(CHALLENGE);
        }
    }

    static ProblemException notAuthenticated(String challenge) {
        return new ProblemException(
                ProblemCode.NOT_AUTHENTICATED,
                ProblemCode.NOT_AUTHENTICATED.title(),
                List.of(),
                Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }
}
