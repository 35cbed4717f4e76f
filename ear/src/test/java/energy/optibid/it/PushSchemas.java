package energy.optibid.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The AsyncAPI document that the server under test serves, and what it does not allow of the messages that were heard. */
final class PushSchemas {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Schema SERVER_MESSAGE = serverMessage();
    private static final Queue<String> FINDINGS = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger CHECKED = new AtomicInteger();

    private PushSchemas() {}

    private static Schema serverMessage() {
        JsonNode document = Api.anonymous().get("/api/docs/asyncapi.json").json();
        ObjectNode root = MAPPER.createObjectNode();
        root.put("$ref", "#/components/schemas/ServerMessage");
        root.set("components", document.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
    }

    static void check(String message) {
        CHECKED.incrementAndGet();
        try {
            SERVER_MESSAGE.validate(MAPPER.readTree(message)).forEach(error -> FINDINGS.add(message + ": " + error));
        } catch (JsonProcessingException e) {
            FINDINGS.add(message + ": " + e.getOriginalMessage());
        }
    }

    static int checked() {
        return CHECKED.get();
    }

    static List<String> findings() {
        return List.copyOf(FINDINGS);
    }
}
