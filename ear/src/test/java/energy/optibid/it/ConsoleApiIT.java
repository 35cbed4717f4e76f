package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the console was compiled against, compared with what is served: each of its calls, parameters and fields. Where
 * the served document says only "object", there is nothing to compare.
 */
class ConsoleApiIT {

    private static final Path SNAPSHOT =
            Path.of(System.getProperty("optibid.ui", "ui")).resolve("openapi.json");

    @Test
    void everyCallOfConsoleShouldBeServedWhenComparedWithOpenApi() throws IOException {
        JsonNode console = new ObjectMapper().readTree(SNAPSHOT.toFile());
        JsonNode served = Api.anonymous().get("/openapi?format=JSON").json();

        List<String> missing = new ArrayList<>();
        console.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    String name = call.getKey() + " " + path.getKey();
                    JsonNode other = served.path("paths").path(path.getKey()).path(call.getKey());
                    if (other.isMissingNode()) {
                        missing.add(name);
                    } else {
                        new Comparison(console, served, missing).calls(name, call.getValue(), other);
                    }
                }));

        assertThat(missing).isEmpty();
    }

    /** Collects what the console expects and the server does not say. */
    private record Comparison(JsonNode console, JsonNode served, List<String> missing) {

        void calls(String name, JsonNode expected, JsonNode actual) {
            parameters(name, expected, actual);
            schemas(name + " request", body(expected.path("requestBody")), body(actual.path("requestBody")));
            expected.get("responses").fieldNames().forEachRemaining(status -> {
                if (!status.equals("default")) {
                    responses(name + " " + status, expected, actual, status);
                }
            });
        }

        private void responses(String name, JsonNode expected, JsonNode actual, String status) {
            if (actual.path("responses").path(status).isMissingNode()) {
                missing.add(name);
            }
            schemas(
                    name,
                    body(expected.path("responses").path(status)),
                    body(actual.path("responses").path(status)));
        }

        private void parameters(String name, JsonNode expected, JsonNode actual) {
            List<String> known = actual.path("parameters").findValuesAsText("name");
            for (JsonNode parameter : expected.path("parameters")) {
                String wanted = parameter.get("name").asText();
                if (!parameter.get("in").asText().equals("header") && !known.contains(wanted)) {
                    missing.add(name + " parameter " + wanted);
                }
            }
        }

        private void schemas(String name, JsonNode expected, JsonNode actual) {
            JsonNode wanted = resolved(console, expected);
            JsonNode known = resolved(served, actual).path("properties");
            if (!known.isMissingNode()) {
                wanted.path("properties").properties().forEach(field -> {
                    String path = name + " " + field.getKey();
                    if (known.has(field.getKey())) {
                        schemas(path, element(field.getValue()), element(known.get(field.getKey())));
                    } else {
                        missing.add(path);
                    }
                });
            }
        }

        private static JsonNode element(JsonNode schema) {
            return schema.has("items") ? schema.get("items") : schema;
        }

        private static JsonNode body(JsonNode message) {
            return message.path("content").path("application/json").path("schema");
        }

        private static JsonNode resolved(JsonNode document, JsonNode schema) {
            String reference = schema.path("$ref").asText("");
            return reference.isEmpty() ? schema : document.at(reference.substring(1));
        }
    }
}
