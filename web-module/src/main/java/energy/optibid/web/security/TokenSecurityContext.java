package energy.optibid.web.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Jakarta Security says of the caller, from the verified access token. The container's filter for
 * {@code @RolesAllowed} asks it, and the container's own would know nobody and answer 401 (ADR 0053).
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class TokenSecurityContext implements SecurityContext {

    @Inject
    HttpServletRequest request;

    @Override
    public @Nullable Principal getCallerPrincipal() {
        return TokenUser.token(request).map(TokenUser::principal).orElse(null);
    }

    @Override
    public <T extends Principal> Set<T> getPrincipalsByType(Class<T> type) {
        return Stream.ofNullable(getCallerPrincipal())
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isCallerInRole(String role) {
        return TokenUser.token(request)
                .filter(token -> token.roles().contains(role))
                .isPresent();
    }

    /** Nobody asks the container to guard a path: nothing is promised here. */
    @Override
    public boolean hasAccessToWebResource(String resource, String... methods) {
        return false;
    }

    /** {@link BearerFilter} is the only one to say who calls. */
    @Override
    public AuthenticationStatus authenticate(
            HttpServletRequest request, HttpServletResponse response, AuthenticationParameters parameters) {
        return AuthenticationStatus.NOT_DONE;
    }
}
