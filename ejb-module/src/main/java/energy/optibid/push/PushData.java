package energy.optibid.push;

import energy.optibid.market.KnownPrice;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a message tells. */
public sealed interface PushData {

    /**
     * The latest price of a product and zone, and of which periods prices have changed.
     *
     * @param price absent where none is stored
     * @param changed absent in a snapshot
     */
    record Price(
            String productCode, String zoneCode, String currency, Optional<KnownPrice> price, Optional<Range> changed)
            implements PushData {

        Price changed(Range range) {
            return new Price(productCode, zoneCode, currency, price, Optional.of(range));
        }

        /** This, as it is told to who has not had the one before. */
        Price after(Price before) {
            Optional<Range> both =
                    changed.map(mine -> before.changed.map(mine::and).orElse(mine));
            return new Price(productCode, zoneCode, currency, price, both.or(() -> before.changed));
        }
    }

    /**
     * Delivery periods.
     *
     * @param from start of the first
     * @param to end of the last; some between may be as they were
     */
    record Range(Instant from, Instant to) {
        Range and(Range other) {
            return new Range(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
        }
    }

    /**
     * An event of the organisation.
     *
     * @param type as docs/reference/events.md lists it
     * @param subject what changed: its kind, a slash, its identifier
     * @param payloadJson a JSON object
     */
    record DeskEvent(UUID id, String type, String subject, String payloadJson) implements PushData {}

    /** Of a message that says nothing more. */
    record Nothing() implements PushData {}

    /** Which product it concerns, where the zone alone does not say it. */
    record Product(String productCode) implements PushData {}

    /**
     * Why what was missed cannot be told.
     *
     * @param reason in kebab-case
     */
    record Lost(String reason, Optional<String> productCode) implements PushData {}

    /** Until when the connection goes on. */
    record Renewed(Instant expiresAt) implements PushData {}

    /**
     * What is wrong with a message of the client.
     *
     * @param code in kebab-case
     * @param path where in the message, for example {@code zones[1]}; absent where it is the whole
     */
    record Refusal(String code, String message, Optional<String> path) implements PushData {}
}
