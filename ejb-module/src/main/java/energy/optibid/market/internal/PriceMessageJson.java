package energy.optibid.market.internal;

import energy.optibid.market.PriceMessage;
import energy.optibid.streaming.UnfitMessageException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads price messages as docs/reference/events.md describes them, strictly: what is not described is refused. */
final class PriceMessageJson {
    private static final int MOST_PRICES = 10_000;
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_DIGITS = 30;
    private static final Set<String> FIELDS =
            Set.of("messageId", "productCode", "zoneCode", "knownAt", "minutes", "prices");
    private static final Set<String> FIELDS_OF_A_PRICE = Set.of("start", "price");

    private PriceMessageJson() {}

    /** @throws UnfitMessageException where it is not as described */
    static PriceMessage read(String text) {
        JsonObject json = object(text);
        requireFields(json, FIELDS);
        return new PriceMessage(
                text(json, "messageId"),
                text(json, "productCode"),
                text(json, "zoneCode"),
                json.containsKey("knownAt") ? Optional.of(instant(json, "knownAt")) : Optional.empty(),
                json.containsKey("minutes")
                        ? OptionalInt.of(number(json, "minutes").intValue())
                        : OptionalInt.empty(),
                prices(json));
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw malformed("The message is not a JSON object");
        }
    }

    private static List<PriceMessage.Price> prices(JsonObject json) {
        if (!(json.get("prices") instanceof JsonArray prices)) {
            throw malformed("prices is not an array");
        }
        if (prices.isEmpty() || prices.size() > MOST_PRICES) {
            throw malformed("prices has " + prices.size() + " entries; allowed: 1 to " + MOST_PRICES);
        }
        return prices.stream().map(PriceMessageJson::price).toList();
    }

    private static PriceMessage.Price price(JsonValue value) {
        if (!(value instanceof JsonObject json)) {
            throw malformed("An entry of prices is not an object");
        }
        requireFields(json, FIELDS_OF_A_PRICE);
        return new PriceMessage.Price(instant(json, "start"), number(json, "price"));
    }

    private static void requireFields(JsonObject json, Set<String> known) {
        json.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw malformed("There is no field " + shortened(name));
        });
    }

    private static String text(JsonObject json, String name) {
        if (json.get(name) instanceof JsonString text
                && !text.getString().isBlank()
                && text.getString().length() <= LONGEST_TEXT) {
            return text.getString();
        }
        throw malformed(name + " is not a text of 1 to " + LONGEST_TEXT + " characters");
    }

    private static Instant instant(JsonObject json, String name) {
        try {
            return Instant.parse(text(json, name));
        } catch (DateTimeException e) {
            throw malformed(name + " is not an instant such as 2026-03-06T12:45:00Z");
        }
    }

    /** Bounded, because a number of twelve characters can have a billion digits. */
    private static BigDecimal number(JsonObject json, String name) {
        if (json.get(name) instanceof JsonNumber number) {
            BigDecimal value = number.bigDecimalValue();
            if (value.precision() <= MOST_DIGITS && Math.abs(value.scale()) <= MOST_DIGITS) {
                return value;
            }
        }
        throw malformed(name + " is not a number of at most " + MOST_DIGITS + " digits");
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_TEXT));
    }

    private static UnfitMessageException malformed(String reason) {
        return new UnfitMessageException("malformed", reason);
    }
}
