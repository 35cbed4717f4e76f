package energy.optibid.web.security;

import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything needs a bearer token but a few paths, also what does not exist. The container has checked the token. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {
    static final String CHALLENGE = "Bearer realm=\"optibid\"";

    private static final Set<String> OPEN = Set.of(
            "auth/login",
            "auth/register",
            "auth/verify-email",
            "auth/accept-invitation",
            "auth/forgot-password",
            "auth/reset-password",
            "auth/oidc/start",
            "auth/oidc/callback",
            "auth/mfa/verify",
            "auth/mfa/enrolment",
            "auth/mfa/enrolment/confirm",
            "auth/token",
            "health");

    @Override
    public void filter(ContainerRequestContext request) {
        boolean anonymous = request.getSecurityContext() == null
                || request.getSecurityContext().getUserPrincipal() == null;
        if (anonymous && !OPEN.contains(request.getUriInfo().getPath())) {
            throw new ProblemException(
                    ProblemCode.NOT_AUTHENTICATED,
                    ProblemCode.NOT_AUTHENTICATED.title(),
                    List.of(),
                    Map.of(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE));
        }
    }
}
