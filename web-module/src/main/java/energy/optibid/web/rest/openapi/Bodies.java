package energy.optibid.web.rest.openapi;

import energy.optibid.web.rest.Items;
import energy.optibid.web.rest.json.MergePatch;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** What stands in requests and answers, with an example of each. */
final class Bodies {
    private final Schemas schemas;
    private final Examples examples;

    Bodies(Schemas schemas, Examples examples) {
        this.schemas = schemas;
        this.examples = examples;
    }

    /** The schema of a type. */
    Schema schema(Type type) {
        return schemas.of(type);
    }

    /** The body that a method takes, if it takes one. */
    Optional<RequestBody> request(Method method) {
        return Operations.body(method)
                .map(argument -> OASFactory.createRequestBody().required(true).content(content(method, argument)));
    }

    private Content content(Method method, Parameter argument) {
        if (argument.getType() == MergePatch.class) {
            return mergePatch(argument);
        }
        return argument.getType().isRecord() ? json(argument.getType()) : files(method);
    }

    /** The record of what can change, with nothing required; an example is that of the record's name and Patch. */
    private Content mergePatch(Parameter argument) {
        Class<?> type = argument.getAnnotation(RequestBodySchema.class).value();
        var body = OASFactory.createMediaType().schema(schemas.ofPatch(type));
        examples.of(Schemas.patchName(type)).ifPresent(body::setExample);
        return OASFactory.createContent()
                .addMediaType(MergePatch.MEDIA_TYPE, body)
                .addMediaType(MediaType.APPLICATION_JSON, body);
    }

    /** What a method answers when it succeeds: what its annotation says, else what it returns; absent for no body. */
    Optional<Content> answer(Method method, APIResponse declared) {
        Class<?> returned = method.getReturnType();
        if (declared.content().length == 0 && (returned == void.class || returned == Response.class)) {
            return Optional.empty();
        }
        Content content = OASFactory.createContent();
        for (var part : declared.content()) {
            Class<?> type = part.schema().implementation();
            if (part.schema().type() == org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY) {
                content.addMediaType(part.mediaType(), page(type));
            } else {
                add(content, part.mediaType(), type, Operations.id(method));
            }
        }
        if (declared.content().length == 0) {
            add(content, MediaType.APPLICATION_JSON, method.getGenericReturnType(), Operations.id(method));
        }
        return Optional.of(content);
    }

    private void add(Content content, String mediaType, Type type, String operationId) {
        if (type == String.class && mediaType.startsWith("application/vnd.")) {
            Schema binary = OASFactory.createSchema().type(SchemaType.STRING).format("binary");
            content.addMediaType(mediaType, OASFactory.createMediaType().schema(binary));
        } else if (type == String.class) {
            boolean own = examples.of(operationId + " " + mediaType).isPresent();
            content.addMediaType(
                    mediaType, file(own ? operationId + " " + mediaType : operationId, schemas.of(String.class)));
        } else {
            content.addMediaType(mediaType, json(type).getMediaType(MediaType.APPLICATION_JSON));
        }
    }

    /** A page of a list whose items are records; an answer declares it as an array of them. */
    private org.eclipse.microprofile.openapi.models.media.MediaType page(Class<?> item) {
        var body = OASFactory.createMediaType().schema(schemas.ofPage(item));
        examples.of(Schemas.pageName(item)).ifPresent(body::setExample);
        return body;
    }

    /** A body of JSON. */
    Content json(Type type) {
        var body = OASFactory.createMediaType().schema(schemas.of(type));
        examples.of(name(type)).ifPresent(body::setExample);
        return OASFactory.createContent().addMediaType(MediaType.APPLICATION_JSON, body);
    }

    private static String name(Type type) {
        return type instanceof ParameterizedType page && page.getRawType() == Items.class
                ? Schemas.pageName((Class<?>) page.getActualTypeArguments()[0])
                : Schemas.name((Class<?>) type);
    }

    /** A text of each media type; what is no text cannot stand in the document as an example. */
    private Content files(Method method) {
        Content content = OASFactory.createContent();
        for (String mediaType : Operations.consumed(method)) {
            boolean text = mediaType.startsWith("text/");
            Schema schema = OASFactory.createSchema().type(SchemaType.STRING).format(text ? null : "binary");
            content.addMediaType(
                    mediaType,
                    text
                            ? file(Operations.id(method), schema)
                            : OASFactory.createMediaType().schema(schema));
        }
        return content;
    }

    private org.eclipse.microprofile.openapi.models.media.MediaType file(String operationId, Schema schema) {
        var body = OASFactory.createMediaType().schema(schema);
        examples.of(operationId).ifPresent(body::setExample);
        return body;
    }
}
