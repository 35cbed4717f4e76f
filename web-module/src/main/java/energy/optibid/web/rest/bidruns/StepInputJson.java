package energy.optibid.web.rest.bidruns;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that a step used.
 *
 * @param name for example {@code prices} or {@code battery.chargePowerMw}
 * @param value as text, numbers with a point
 */
public record StepInputJson(String name, String value) {

    /** The members of a step's inputs in their order, nested ones with their path as name. */
    static List<StepInputJson> listOf(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            List<StepInputJson> inputs = new ArrayList<>();
            collect("", reader.readObject(), inputs);
            return List.copyOf(inputs);
        }
    }

    private static void collect(String parent, JsonObject object, List<StepInputJson> inputs) {
        object.forEach((name, value) -> {
            if (value instanceof JsonObject nested) {
                collect(parent + name + ".", nested, inputs);
            } else {
                inputs.add(new StepInputJson(parent + name, text(value)));
            }
        });
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
