package energy.optibid.web.security;

import energy.optibid.web.rest.openapi.Operations;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The paths that may be asked without a token: those of the resources' methods with {@code @PermitAll}. */
final class OpenPaths {
    private static final List<Pattern> OPEN =
            Operations.RESOURCES.stream().flatMap(OpenPaths::of).toList();

    private OpenPaths() {}

    /** @param path below {@code /api/v1/}, without a slash at its beginning */
    static boolean contains(String path) {
        return OPEN.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    /** The paths of one resource. */
    static Stream<Pattern> of(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods())
                .filter(method -> method.isAnnotationPresent(PermitAll.class))
                .map(method -> Optional.ofNullable(method.getAnnotation(Path.class)))
                .map(path -> pattern(base + "/" + path.map(Path::value).orElse("")));
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(Arrays.stream(template.split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining("/")));
    }
}
