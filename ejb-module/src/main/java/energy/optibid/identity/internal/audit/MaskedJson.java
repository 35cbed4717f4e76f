package energy.optibid.identity.internal.audit;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Values of an entry: what stands under the name of a secret is replaced by {@code ***} at any depth, except whether
 * (true, false, null), and so is a text that looks like a secret wherever it stands. Texts and documents are bounded.
 */
final class MaskedJson {
    static final String MASK = "***";
    static final int MAX_TEXT = 1_000;
    static final int MAX_BYTES = 32_768;

    private static final int MAX_DEPTH = 32;

    /** A JSON Web Token, a password hash, a header with a token, a key in PEM. */
    private static final Pattern LOOKS_SECRET = Pattern.compile(
            "eyJ[\\w-]+\\.[\\w-]+\\.|\\$argon2|(?i:bearer|basic) [\\w.~+/-]{16}|-----BEGIN [A-Z ]*PRIVATE");

    private MaskedJson() {}

    /** @param json a JSON object; another text is kept as one value, so that a mistake costs no change its entry */
    static String of(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return bounded(object(reader.readObject(), 0));
        } catch (JsonException e) {
            return of(Map.of("text", json));
        }
    }

    static String of(Map<String, String> details) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeMap<>(details)
                .forEach((name, text) ->
                        json.add(name(name), SecretNames.isSecret(name) ? Json.createValue(MASK) : text(text)));
        return bounded(json.build());
    }

    private static JsonObject object(JsonObject object, int depth) {
        JsonObjectBuilder masked = Json.createObjectBuilder();
        object.forEach((name, value) ->
                masked.add(name(name), SecretNames.isSecret(name) ? underSecretName(value) : value(value, depth + 1)));
        return masked.build();
    }

    private static JsonValue underSecretName(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE, FALSE, NULL -> value;
            case STRING, NUMBER, ARRAY, OBJECT -> Json.createValue(MASK);
        };
    }

    private static JsonValue value(JsonValue value, int depth) {
        if (depth > MAX_DEPTH) {
            return Json.createValue("…");
        }
        return switch (value.getValueType()) {
            case OBJECT -> object(value.asJsonObject(), depth);
            case ARRAY -> array(value.asJsonArray(), depth);
            case STRING -> text(((JsonString) value).getString());
            case NUMBER, TRUE, FALSE, NULL -> value;
        };
    }

    private static JsonArray array(JsonArray array, int depth) {
        JsonArrayBuilder masked = Json.createArrayBuilder();
        array.forEach(value -> masked.add(value(value, depth + 1)));
        return masked.build();
    }

    private static String name(String name) {
        return AuditText.of(name, MAX_TEXT);
    }

    private static JsonValue text(String text) {
        boolean secret = LOOKS_SECRET.matcher(text).find();
        return Json.createValue(secret ? MASK : AuditText.of(text, MAX_TEXT));
    }

    private static String bounded(JsonObject json) {
        String text = json.toString();
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= MAX_BYTES
                ? text
                : Json.createObjectBuilder()
                        .add("omittedBytes", bytes)
                        .add("names", AuditText.of(String.join(", ", json.keySet()), MAX_TEXT))
                        .build()
                        .toString();
    }
}
