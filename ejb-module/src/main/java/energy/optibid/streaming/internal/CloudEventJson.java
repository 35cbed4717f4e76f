package energy.optibid.streaming.internal;

import energy.optibid.streaming.LoggedEvent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Locale;

/**
 * An event as CloudEvents 1.0 writes it in JSON, in structured mode; docs/reference/events.md describes each field.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">JSON event format</a>
 */
public final class CloudEventJson {
    public static final String CONTENT_TYPE = "application/cloudevents+json";

    private static final String SOURCE = "/optibid";
    private static final String TYPE_PREFIX = "energy.optibid.";

    private CloudEventJson() {}

    public static String of(LoggedEvent event) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("specversion", "1.0")
                .add("id", event.id().toString())
                .add("source", SOURCE)
                .add("type", TYPE_PREFIX + event.type())
                .add("subject", event.aggregateType() + "/" + event.aggregateId())
                .add("time", event.occurredAt().toString())
                .add("sequence", sequence(event.position()));
        event.organisationId().ifPresent(id -> json.add("organisationid", id.toString()));
        return json.add("datacontenttype", "application/json")
                .add("data", object(event.payloadJson()))
                .build()
                .toString();
    }

    /** Of equal length, because the extension compares it as text. */
    private static String sequence(long position) {
        return String.format(Locale.ROOT, "%019d", position);
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
