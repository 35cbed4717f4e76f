package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The OpenAPI document: complete, and the same on both forms as in the repository, where the console's types come from. */
class OpenApiIT {
    private static final String REFRESH = "optibid.write-openapi";
    private static final Path SNAPSHOT = Path.of("../web-module/src/main/ui/openapi.json");
    private static final String PROBLEM = "application/problem+json";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** What depends on the server, and what Payara adds to the standard. */
    private static final List<String> NOT_OURS = List.of("servers", "endpoints");

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void documentShouldEqualTheSnapshotWhenServed() throws IOException {
        String served = normalised(document());
        if (Boolean.getBoolean(REFRESH) && "micro".equals(System.getProperty("optibid.form"))) {
            Files.writeString(SNAPSHOT, served);
        }

        assertThat(served)
                .as(
                        "the document differs from %s: if that is meant, run again with -D%s=true, then npm run check",
                        SNAPSHOT.normalize(), REFRESH)
                .isEqualTo(Files.readString(SNAPSHOT));
    }

    @Test
    void operationShouldDescribeItselfWhenServed() {
        forEachOperation((name, operation) -> {
            assertThat(operation.path("operationId").asText())
                    .as("operationId of %s", name)
                    .isNotBlank();
            assertThat(operation.path("summary").asText())
                    .as("summary of %s", name)
                    .isNotBlank();
            assertThat(operation.path("description").asText())
                    .as("description of %s", name)
                    .isNotBlank();
        });
    }

    @Test
    void operationShouldShowAnExampleOfWhatItTakesAndAnswersWhenServed() {
        forEachOperation((name, operation) -> {
            if (operation.has("requestBody")) {
                assertThat(hasExample(operation.get("requestBody")))
                        .as("example of the body of %s", name)
                        .isTrue();
            }
            operation.get("responses").properties().forEach(answer -> {
                if (answer.getKey().startsWith("2") && answer.getValue().has("content")) {
                    assertThat(hasExample(answer.getValue()))
                            .as("example of %s of %s", answer.getKey(), name)
                            .isTrue();
                }
            });
        });
    }

    @Test
    void operationShouldTellItsErrorsAsProblemsWhenServed() {
        forEachOperation((name, operation) -> {
            JsonNode answers = operation.get("responses");
            boolean open = operation.at("/security/0").isObject()
                    && operation.at("/security/0").isEmpty();
            assertThat(answers.has("default")).as("other problems of %s", name).isTrue();
            assertThat(answers.has("400")).as("400 of %s", name).isTrue();
            assertThat(open || (answers.has("401") && answers.has("403")))
                    .as("401, 403 of %s", name)
                    .isTrue();
            answers.properties().forEach(answer -> {
                if (!answer.getKey().startsWith("2") && !answer.getKey().startsWith("3")) {
                    JsonNode problem = answer.getValue().path("content").path(PROBLEM);
                    assertThat(problem.path("schema").path("$ref").asText())
                            .as("%s of %s", answer.getKey(), name)
                            .isEqualTo("#/components/schemas/Problem");
                    assertThat(problem.path("examples"))
                            .as("%s of %s", answer.getKey(), name)
                            .isNotEmpty();
                }
            });
        });
    }

    @Test
    void schemaShouldSayWhatIsInItWhenServed() {
        JsonNode schemas = document().get("components").get("schemas");
        schemas.properties()
                .forEach(schema -> schema.getValue()
                        .get("properties")
                        .properties()
                        .forEach(property -> assertThat(saysWhatIsInIt(property.getValue()))
                                .as("%s of %s", property.getKey(), schema.getKey())
                                .isTrue()));
        assertThat(schemas.at("/BidRun/properties/state/enum")).hasSize(6);
    }

    /** An object names its schema, but for a map, which says what its values are. */
    private static boolean saysWhatIsInIt(JsonNode property) {
        return !property.path("type").asText().equals("object") || property.has("additionalProperties");
    }

    private static boolean hasExample(JsonNode body) {
        for (JsonNode content : body.path("content")) {
            if (content.has("example") || content.has("examples")) {
                return true;
            }
        }
        return false;
    }

    private interface Check {
        void accept(String name, JsonNode operation);
    }

    private static void forEachOperation(Check check) {
        int seen = 0;
        for (Map.Entry<String, JsonNode> path : document().get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    check.accept(operation.getKey() + " " + path.getKey(), operation.getValue());
                    seen++;
                }
            }
        }
        assertThat(seen).as("operations").isGreaterThan(10);
    }

    private static JsonNode document() {
        Answer answer = Api.anonymous().get("/openapi?format=json");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static String normalised(JsonNode document) throws IOException {
        ((ObjectNode) document).remove(NOT_OURS);
        Object sorted = SORTED.treeToValue(document, Object.class);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        return SORTED.writer(printer).writeValueAsString(sorted) + "\n";
    }
}
