package energy.optibid.web.security;

import energy.optibid.identity.AuditTrail;
import energy.optibid.platform.Actor;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Lets a request through to a method that says who may call it: {@code @RolesAllowed} or {@code @PermitAll} on the
 * method, else on its class. A method that says nothing is refused. A refusal is a security event of the audit trail.
 * It comes before the container's own filter for these annotations, which would refuse without one (ADR 0053).
 */
@Provider
@Priority(Priorities.AUTHORIZATION - 1)
@ApplicationScoped
public class AuthorizationFilter implements ContainerRequestFilter {

    private static final int LONGEST_SUBJECT = 200;

    @Context
    ResourceInfo resource;

    @Inject
    Caller caller;

    @Inject
    AuditTrail audit;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!mayCall(resource, request.getSecurityContext())) {
            if (request.getSecurityContext().getUserPrincipal() == null) {
                throw AuthenticationFilter.notAuthenticated(AuthenticationFilter.CHALLENGE);
            }
            record(request);
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
    }

    private void record(ContainerRequestContext request) {
        Actor actor = caller.actor();
        String operation = request.getMethod() + " /" + request.getUriInfo().getPath();
        audit.recordRefusal(
                actor,
                "access.refused",
                "operation",
                operation.substring(0, Math.min(operation.length(), LONGEST_SUBJECT)),
                Map.of("roles", String.join(" ", new TreeSet<>(actor.roles()))));
    }

    static boolean mayCall(ResourceInfo resource, SecurityContext caller) {
        return List.<AnnotatedElement>of(resource.getResourceMethod(), resource.getResourceClass()).stream()
                .filter(AuthorizationFilter::saysWho)
                .findFirst()
                .map(element -> mayCall(element, caller))
                .orElse(false);
    }

    private static boolean saysWho(AnnotatedElement element) {
        return element.isAnnotationPresent(DenyAll.class)
                || element.isAnnotationPresent(RolesAllowed.class)
                || element.isAnnotationPresent(PermitAll.class);
    }

    private static boolean mayCall(AnnotatedElement element, SecurityContext caller) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return false;
        }
        RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
        return roles == null || Arrays.stream(roles.value()).anyMatch(caller::isUserInRole);
    }
}
