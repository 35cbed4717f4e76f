package energy.optibid.web.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A JSON merge patch (RFC 7396): the fields that change, {@code null} for those that go. It is applied to the record of
 * the resource's changeable fields, and the result is checked as strictly as a body that creates one.
 *
 * <p>A resource takes it as its body; the record stands in {@code @RequestBody} for the OpenAPI document.
 */
public final class MergePatch {
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final JsonNode patch;

    MergePatch(JsonNode patch) {
        this.patch = patch;
    }

    /**
     * The record after the change.
     *
     * @throws energy.optibid.web.rest.problem.ProblemException 400 with every field that does not fit
     */
    public <T extends Record> T applyTo(T current) {
        JsonNode target = Json.MAPPER.valueToTree(current);
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) current.getClass();
        return StrictJson.bind(patch.isObject() ? merged(target, patch) : patch, type);
    }

    /** The algorithm of RFC 7396, section 2. */
    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target.isObject() ? ((ObjectNode) target).deepCopy() : Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), merged(result.path(field.getKey()), field.getValue()));
            }
        }
        return result;
    }
}
