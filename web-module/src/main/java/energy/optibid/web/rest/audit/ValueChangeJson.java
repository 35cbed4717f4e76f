package energy.optibid.web.rest.audit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One value of an entry, before and after.
 *
 * @param path for example {@code battery.chargePowerMw}
 * @param before as text; absent where there was none
 * @param after as text; absent where there is none, equal to before where it stayed
 */
public record ValueChangeJson(String path, Optional<String> before, Optional<String> after) {

    static List<ValueChangeJson> listOf(Optional<String> oldJson, Optional<String> newJson) {
        Map<String, String> before = oldJson.map(ValueChangeJson::values).orElse(Map.of());
        Map<String, String> after = newJson.map(ValueChangeJson::values).orElse(Map.of());
        Set<String> paths = new LinkedHashSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths.stream()
                .map(path -> new ValueChangeJson(
                        path, Optional.ofNullable(before.get(path)), Optional.ofNullable(after.get(path))))
                .toList();
    }

    private static Map<String, String> values(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            Map<String, String> values = new LinkedHashMap<>();
            collect("", reader.readObject(), values);
            return values;
        }
    }

    private static void collect(String parent, JsonObject object, Map<String, String> values) {
        object.forEach((name, value) -> {
            if (value instanceof JsonObject nested && !nested.isEmpty()) {
                collect(parent + name + ".", nested, values);
            } else {
                values.put(parent + name, text(value));
            }
        });
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
