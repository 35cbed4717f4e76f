package energy.optibid.push;

import energy.optibid.streaming.LoggedEvent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;

/**
 * What an event of imported prices says.
 *
 * @param changed the delivery periods of the import
 */
record ImportedPrices(Topic.Prices topic, PushData.Range changed) {
    private static final String TYPE = "PricesImported";

    /** Absent for an event of another type. */
    static Optional<ImportedPrices> of(LoggedEvent event) {
        if (!event.type().equals(TYPE)) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new StringReader(event.payloadJson()))) {
            JsonObject payload = reader.readObject();
            return Optional.of(new ImportedPrices(
                    new Topic.Prices(payload.getString("productCode"), payload.getString("zoneCode")),
                    new PushData.Range(
                            Instant.parse(payload.getString("from")), Instant.parse(payload.getString("to")))));
        }
    }
}
