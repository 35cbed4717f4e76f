package energy.optibid.web.rest.request;

import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Refuses unknown, missing, repeated and malformed query parameters, all findings at once. */
@Provider
@Priority(Priorities.USER)
public class ParametersFilter implements ContainerRequestFilter {
    private final Map<Method, List<QueryParameter>> known = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceMethod().isAnnotationPresent(AnyParameters.class)) {
            return;
        }
        List<QueryParameter> parameters = known.computeIfAbsent(resource.getResourceMethod(), QueryParameter::of);
        List<Finding> findings = findings(parameters, request.getUriInfo().getQueryParameters());
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETERS, findings);
        }
    }

    static List<Finding> findings(List<QueryParameter> parameters, MultivaluedMap<String, String> given) {
        List<Finding> findings = new ArrayList<>();
        for (String name : given.keySet()) {
            if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
                findings.add(Finding.of("unknown-parameter", name, "There is no query parameter " + name));
            }
        }
        for (QueryParameter parameter : parameters) {
            List<String> values = given.get(parameter.name());
            finding(parameter, values == null ? List.of() : values).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> finding(QueryParameter parameter, List<String> values) {
        String name = parameter.name();
        if (values.isEmpty() || values.stream().allMatch(String::isEmpty)) {
            boolean missing = parameter.required() || !values.isEmpty();
            return missing
                    ? Optional.of(
                            Finding.of("missing-parameter", name, "The query parameter " + name + " needs a value"))
                    : Optional.empty();
        }
        if (values.size() > 1 && !parameter.repeatable()) {
            return Optional.of(Finding.of("repeated-parameter", name, name + " may be given once"));
        }
        return values.stream()
                .filter(value -> !parameter.accepts(value))
                .map(value -> Finding.of("invalid-value", name, name + " must be " + parameter.form(), value))
                .findFirst();
    }
}
