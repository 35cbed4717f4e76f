package energy.optibid.web.rest.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Describes every operation anew. Named in {@code META-INF/microprofile-config.properties} of the EJB jar, which is read
 * in both forms.
 */
public class OpenApiFilter implements OASFilter {
    private final Schemas schemas = new Schemas();
    private final Bodies bodies = new Bodies(schemas, Examples.read());
    private final Answers answers = new Answers(bodies);
    private final Parameters parameters = new Parameters(schemas);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        // The container's own idea of its address is wrong behind a proxy.
        document.setServers(List.of(OASFactory.createServer().url("/")));
        if (document.getPaths() == null) {
            return;
        }
        document.setPaths(named(document.getPaths()));
        for (PathItem path : document.getPaths().getPathItems().values()) {
            path.getOperations().values().forEach(this::describe);
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().setSchemas(schemas.components());
        document.getComponents().setExamples(Answers.problems());
        document.setTags(eachOnce(document.getTags()));
    }

    /** A parameter that says what it matches has only its name in the document. */
    private static Paths named(Paths found) {
        Paths paths = OASFactory.createPaths();
        found.getPathItems()
                .forEach((path, item) -> paths.addPathItem(path.replaceAll("\\{(\\w+)[^}]*}", "{$1}"), item));
        return paths;
    }

    private void describe(Operation operation) {
        Operations.method(operation.getOperationId()).ifPresent(method -> {
            operation.setParameters(parameters.of(method));
            operation.setRequestBody(bodies.request(method).orElse(null));
            operation.setResponses(answers.of(method));
            if (!Operations.needsToken(method)) {
                // An empty list would be the same, but Payara leaves it out.
                operation.setSecurity(List.of(OASFactory.createSecurityRequirement()));
            }
        });
    }

    /** Payara lists a tag once for each class that has it. */
    private static List<Tag> eachOnce(List<Tag> tags) {
        TreeMap<String, Tag> byName = new TreeMap<>(Comparator.naturalOrder());
        tags.forEach(tag -> byName.put(tag.getName(), tag));
        return List.copyOf(byName.values());
    }
}
