package energy.optibid.web.rest.openapi;

import energy.optibid.web.rest.IfMatch;
import energy.optibid.web.rest.request.IdempotencyFilter;
import energy.optibid.web.security.SameOriginFilter;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** Parameters in the path, in the query and in headers, from the arguments of a method. */
final class Parameters {
    /** What every list takes; a method says it only where it means more. */
    private static final Map<String, String> KNOWN = Map.of(
            "limit", "At most so many, up to 500; 50 unless given",
            "cursor", "The value of next of the page before",
            "format", "The form of the answer; by Accept unless given");

    private static final int MAX_KEY_CHARACTERS = 255;

    private final Schemas schemas;

    Parameters(Schemas schemas) {
        this.schemas = schemas;
    }

    List<Parameter> of(Method method) {
        List<Parameter> parameters = new ArrayList<>();
        for (java.lang.reflect.Parameter argument : method.getParameters()) {
            name(argument).ifPresent(name -> parameters.add(described(argument, name)));
        }
        if (Operations.isReplayed(method)) {
            parameters.add(idempotencyKey());
        }
        if (Operations.isVersioned(method)) {
            parameters.add(ifMatch());
        }
        if (Operations.isForOurPages(method)) {
            parameters.add(sameOrigin());
        }
        return parameters;
    }

    private static Optional<String> name(java.lang.reflect.Parameter argument) {
        QueryParam query = argument.getAnnotation(QueryParam.class);
        PathParam path = argument.getAnnotation(PathParam.class);
        return query != null
                ? Optional.of(query.value())
                : Optional.ofNullable(path).map(PathParam::value);
    }

    private Parameter described(java.lang.reflect.Parameter argument, String name) {
        boolean path = argument.isAnnotationPresent(PathParam.class);
        Parameter parameter = OASFactory.createParameter()
                .name(name)
                .in(path ? In.PATH : In.QUERY)
                .required(path)
                .schema(schema(argument));
        Optional.ofNullable(KNOWN.get(name)).ifPresent(parameter::setDescription);
        Arrays.stream(argument.getAnnotationsByType(
                        org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class))
                .findFirst()
                .ifPresent(said -> {
                    parameter.setDescription(said.description());
                    parameter.setRequired(path || said.required());
                    if (!said.example().isEmpty()) {
                        parameter.setExample(said.example());
                    }
                });
        return parameter;
    }

    private Schema schema(java.lang.reflect.Parameter argument) {
        Schema schema = schemas.of(argument.getParameterizedType());
        DefaultValue value = argument.getAnnotation(DefaultValue.class);
        if (value != null) {
            schema.setDefaultValue(
                    argument.getType() == boolean.class ? Boolean.valueOf(value.value()) : value.value());
        }
        return schema;
    }

    private Parameter ifMatch() {
        return OASFactory.createParameter()
                .name(IfMatch.HEADER)
                .in(In.HEADER)
                .required(true)
                .description("The ETag of the version that you have seen, in its quotes")
                .example("\"0\"")
                .schema(schemas.of(String.class));
    }

    private Parameter sameOrigin() {
        return OASFactory.createParameter()
                .name(SameOriginFilter.HEADER)
                .in(In.HEADER)
                .required(true)
                .description("Any value; a page of another site cannot send it")
                .example("1")
                .schema(schemas.of(String.class));
    }

    private Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name(IdempotencyFilter.HEADER)
                .in(In.HEADER)
                .required(false)
                .description(
                        "Repeating the same request with the same key within 24 hours gives the first answer again,"
                                + " with Idempotent-Replay: true")
                .schema(schemas.of(String.class).minLength(1).maxLength(MAX_KEY_CHARACTERS));
    }
}
