package energy.optibid.web.metrics;

import energy.optibid.web.rest.RestApplication;
import energy.optibid.web.security.Paths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The route of a request: the template of the resource's method that it reached, as the description of the API writes it.
 * There are as many routes as operations and two more, whatever callers ask for.
 */
final class Routes {
    /** Below {@code /api}, what reached no method: no such path, no valid token, over a limit, the database lost. */
    static final String UNMATCHED = "unmatched";

    /** Everything outside of {@code /api}: the console, health, these metrics. */
    static final String OTHER = "other";

    /** Of the request, where a method was reached. */
    static final String ATTRIBUTE = Routes.class.getName();

    private Routes() {}

    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String template) {
            return template;
        }
        return Paths.isApi(Paths.original(request)) ? UNMATCHED : OTHER;
    }

    static String template(Class<?> resource, Method method) {
        String path = Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
                .flatMap(annotation -> Optional.ofNullable(annotation).map(Path::value).stream())
                .flatMap(value -> Arrays.stream(value.split("/", -1)))
                .filter(part -> !part.isEmpty())
                .map(part -> "/" + part)
                .collect(Collectors.joining());
        // A parameter that says what it matches is described by its name alone.
        String named = path.replaceAll("\\{(\\w+)[^}]*}", "{$1}");
        return RestApplication.class.getAnnotation(ApplicationPath.class).value() + named;
    }
}
