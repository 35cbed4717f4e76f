package energy.optibid.web.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.junit.jupiter.api.Test;

/** The document, filtered without a container: every operation starts empty, as if nothing had been found out. */
class OpenApiFilterTest {
    private static final String COMPONENTS = "#/components/schemas/";
    private static final OpenAPI DOCUMENT = filtered();

    private enum Light {
        RED,
        AMBER_FLASHING
    }

    private record LampJson(
            UUID id,
            Light light,
            BigDecimal powerMw,
            LocalDate day,
            Optional<Instant> since,
            List<LampPartJson> parts) {}

    private record LampPartJson(boolean broken, int number) {}

    @Test
    void resourcesShouldBeAllThatAreServedWhenListed() {
        List<Class<?>> served = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("energy.optibid.web")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();

        assertThat(Operations.RESOURCES).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void schemaShouldTellTypesAndWhatIsRequiredWhenRecordIsDescribed() {
        Schemas schemas = new Schemas();

        assertThat(schemas.of(LampJson.class).getRef()).isEqualTo(COMPONENTS + "Lamp");

        Schema lamp = Objects.requireNonNull(schemas.components().get("Lamp"));
        assertThat(lamp.getRequired()).containsExactly("id", "light", "powerMw", "day", "parts");
        assertThat(property(lamp, "id").getFormat()).isEqualTo("uuid");
        assertThat(property(lamp, "light").getEnumeration()).containsExactly("red", "amber-flashing");
        assertThat(property(lamp, "powerMw").getType()).isEqualTo(SchemaType.NUMBER);
        assertThat(property(lamp, "day").getFormat()).isEqualTo("date");
        assertThat(property(lamp, "since").getFormat()).isEqualTo("date-time");
        assertThat(property(lamp, "parts").getItems().getRef()).isEqualTo(COMPONENTS + "LampPart");
        assertThat(schemas.components()).containsOnlyKeys("Lamp", "LampPart");
    }

    @Test
    void schemaShouldBeRefusedWhenTypeHasNoFormInTheInterface() {
        assertThatThrownBy(() -> new Schemas().of(Thread.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Thread");
    }

    @Test
    void pageShouldHaveItemsOfItsTypeAndPerhapsNextWhenListIsAnswered() {
        Schema page = component("BidRunSummaryPage");

        assertThat(page.getRequired()).containsExactly("items");
        assertThat(page.getProperties()).containsOnlyKeys("items", "next");
        assertThat(property(page, "items").getItems().getRef()).isEqualTo(COMPONENTS + "BidRunSummary");
        assertThat(answer("listBidRuns", "200", "application/json").getSchema().getRef())
                .isEqualTo(COMPONENTS + "BidRunSummaryPage");
    }

    @Test
    void runShouldNameItsStatesWhenDescribed() {
        assertThat(property(component("BidRun"), "state").getEnumeration())
                .containsExactly("queued", "running", "awaiting-results", "succeeded", "failed", "cancelled");
        assertThat(property(component("Bid"), "state").getEnumeration()).contains("partially-accepted");
        assertThat(property(component("Bid"), "side").getEnumeration()).containsExactly("sell", "buy");
    }

    @Test
    void problemShouldBeOfEveryRefusalWhenOperationIsDescribed() {
        for (Operation operation : operations()) {
            operation.getResponses().getAPIResponses().forEach((status, answer) -> {
                if (!status.matches("[23]..")) {
                    MediaType problem = answer.getContent().getMediaType("application/problem+json");
                    assertThat(problem.getSchema().getRef()).isEqualTo(COMPONENTS + "Problem");
                    assertThat(problem.getExamples())
                            .as("the description of %s of %s names a code", status, operation.getOperationId())
                            .isNotEmpty();
                }
            });
            assertThat(operation.getResponses().getAPIResponses()).containsKeys("400", "default");
        }
    }

    @Test
    void descriptionShouldNameCodesOfItsStatusOnlyWhenProblemIsDescribed() {
        for (Operation operation : operations()) {
            operation.getResponses().getAPIResponses().forEach((status, answer) -> {
                if (!status.matches("[23]..|default")) {
                    assertThat(Answers.codes(answer.getDescription()))
                            .as("%s of %s", status, operation.getOperationId())
                            .allMatch(code -> String.valueOf(code.status()).equals(status));
                }
            });
        }
    }

    @Test
    void parameterOfPathShouldBeItsNameAloneWhenItSaysWhatItMatches() {
        OpenAPI document = OASFactory.createOpenAPI()
                .tags(List.of())
                .paths(OASFactory.createPaths()
                        .addPathItem("/things/{id}/files/{path: .+}", OASFactory.createPathItem()));

        new OpenApiFilter().filterOpenAPI(document);

        assertThat(document.getPaths().getPathItems()).containsOnlyKeys("/things/{id}/files/{path}");
    }

    @Test
    void tokenShouldBeNeededWhenOperationIsNotOpenToAll() {
        assertThat(operation("logIn").getSecurity())
                .allMatch(requirement -> requirement.getSchemes().isEmpty());
        assertThat(operation("logIn").getSecurity()).hasSize(1);
        assertThat(operation("logIn").getResponses().getAPIResponses()).doesNotContainKey("403");
        assertThat(operation("listAssets").getSecurity()).isNull();
        assertThat(operation("listAssets").getResponses().getAPIResponses()).containsKeys("401", "403");
    }

    @Test
    void parametersShouldHaveTheirTypesWhenOperationIsDescribed() {
        Parameter id = parameter("readBidRun", "id");
        assertThat(id.getRequired()).isTrue();
        assertThat(id.getSchema().getFormat()).isEqualTo("uuid");
        assertThat(parameter("readPriceHistory", "from").getSchema().getFormat())
                .isEqualTo("date-time");
        assertThat(parameter("readPriceHistory", "format").getSchema().getEnumeration())
                .containsExactly("json", "csv", "xlsx", "arrow");
        assertThat(parameter("importMarketData", "fundamental").getSchema().getType())
                .isEqualTo(SchemaType.ARRAY);
        assertThat(parameter("startBidRun", "Idempotency-Key").getRequired()).isFalse();
    }

    @Test
    void exampleShouldFollowItsSchemaWhenOperationIsDescribed() {
        for (Operation operation : operations()) {
            String id = operation.getOperationId();
            if (operation.getRequestBody() != null) {
                assertExample(operation.getRequestBody().getContent().getMediaTypes(), "body of " + id);
            }
            operation.getResponses().getAPIResponses().forEach((status, answer) -> {
                if (status.startsWith("2") && answer.getContent() != null) {
                    assertExample(answer.getContent().getMediaTypes(), status + " of " + id);
                }
            });
        }
    }

    private static void assertExample(Map<String, MediaType> content, String where) {
        content.forEach((mediaType, body) -> {
            if (body.getExample() != null) {
                new SchemaCheck(DOCUMENT).assertFollows(body.getSchema(), body.getExample(), where);
            }
        });
        assertThat(content.values()).as("an example in the %s", where).anyMatch(body -> body.getExample() != null);
    }

    private static Schema component(String name) {
        return Objects.requireNonNull(DOCUMENT.getComponents().getSchemas().get(name), name);
    }

    private static Schema property(Schema schema, String name) {
        return Objects.requireNonNull(schema.getProperties().get(name), name);
    }

    private static Operation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.getOperationId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Parameter parameter(String operation, String name) {
        return operation(operation).getParameters().stream()
                .filter(parameter -> parameter.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static MediaType answer(String operation, String status, String mediaType) {
        return operation(operation)
                .getResponses()
                .getAPIResponse(status)
                .getContent()
                .getMediaType(mediaType);
    }

    private static List<Operation> operations() {
        return DOCUMENT.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .toList();
    }

    private static OpenAPI filtered() {
        var paths = OASFactory.createPaths();
        Operations.RESOURCES.stream()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(org.eclipse.microprofile.openapi.annotations.Operation.class))
                .map(Operations::id)
                .forEach(id -> paths.addPathItem(
                        "/" + id,
                        OASFactory.createPathItem()
                                .GET(OASFactory.createOperation().operationId(id))));
        OpenAPI document = OASFactory.createOpenAPI()
                .paths(paths)
                .addTag(OASFactory.createTag().name("b"))
                .addTag(OASFactory.createTag().name("a"))
                .addTag(OASFactory.createTag().name("b"));
        new OpenApiFilter().filterOpenAPI(document);
        return document;
    }
}
