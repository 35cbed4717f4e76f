package energy.optibid.platform;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A field that differs between two versions.
 *
 * @param path as in the API, for example {@code battery.chargePowerMw}
 * @param before its value in the older version, absent where it had none
 * @param now its value in the newer version, absent where it has none
 */
public record ChangedField(String path, Optional<String> before, Optional<String> now) {

    /** What differs between two JSON objects, by path; objects within them are looked into, arrays are not. */
    public static List<ChangedField> between(String beforeJson, String nowJson) {
        Map<String, String> before = fields(beforeJson);
        Map<String, String> now = fields(nowJson);
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(now.keySet());
        List<ChangedField> changes = new ArrayList<>();
        for (String path : paths) {
            Optional<String> was = Optional.ofNullable(before.get(path));
            Optional<String> is = Optional.ofNullable(now.get(path));
            if (!was.equals(is)) {
                changes.add(new ChangedField(path, was, is));
            }
        }
        return List.copyOf(changes);
    }

    /** Was what and is what, in one sentence. */
    public String message() {
        return "%s was %s and is %s".formatted(path, before.orElse("absent"), now.orElse("absent"));
    }

    private static Map<String, String> fields(String json) {
        Map<String, String> fields = new TreeMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            collect("", reader.readObject(), fields);
        }
        return fields;
    }

    private static void collect(String parent, JsonObject object, Map<String, String> fields) {
        for (Map.Entry<String, JsonValue> field : object.entrySet()) {
            String path = parent + field.getKey();
            JsonValue value = field.getValue();
            if (value instanceof JsonObject nested) {
                collect(path + ".", nested, fields);
            } else if (value instanceof JsonString text) {
                fields.put(path, text.getString());
            } else if (value != JsonValue.NULL) {
                fields.put(path, value.toString());
            }
        }
    }
}
