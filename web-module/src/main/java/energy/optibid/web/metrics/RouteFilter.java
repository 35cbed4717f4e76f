package energy.optibid.web.metrics;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Notes which method a request has reached, before anything can refuse it there. */
@Provider
@Priority(1)
@ApplicationScoped
public class RouteFilter implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        // A property of Jersey's request is an attribute of the servlet's.
        request.setProperty(
                Routes.ATTRIBUTE, Routes.template(resource.getResourceClass(), resource.getResourceMethod()));
    }
}
