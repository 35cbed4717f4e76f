package energy.optibid.web.websocket;

import com.fasterxml.jackson.annotation.JsonRawValue;
import energy.optibid.push.PushData;
import energy.optibid.push.PushMessage;
import energy.optibid.push.Topic;
import energy.optibid.web.rest.json.Json;
import energy.optibid.web.rest.market.PriceJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A message to a client as JSON. api/docs/asyncapi.json describes it. */
final class SocketJson {

    private SocketJson() {}

    private record Envelope(
            String type, long seq, Instant at, Optional<String> zone, Optional<Integer> coalesced, Object data) {}

    private record Price(
            String productCode,
            Optional<PriceJson> price,
            Optional<Instant> changedFrom,
            Optional<Instant> changedTo) {}

    private record Event(
            UUID id,
            String event,
            String subject,
            @JsonRawValue String payload) {}

    private record Product(Optional<String> productCode) {}

    private record Lost(String reason, Optional<String> productCode) {}

    private record Renewed(Instant expiresAt) {}

    private record Refusal(String code, String message, Optional<String> path) {}

    static String of(PushMessage message) {
        Envelope envelope = new Envelope(
                message.type().code(),
                message.seq(),
                message.at(),
                message.topic().flatMap(SocketJson::zone),
                Optional.of(message.coalesced()).filter(count -> count > 0),
                data(message.data()));
        return new String(Json.bytes(envelope), StandardCharsets.UTF_8);
    }

    private static Optional<String> zone(Topic topic) {
        return topic instanceof Topic.Prices prices ? Optional.of(prices.zoneCode()) : Optional.empty();
    }

    /** Sealed, and yet no switch: patterns in it came after Java 17. */
    private static Object data(PushData data) {
        if (data instanceof PushData.Price price) {
            return price(price);
        } else if (data instanceof PushData.DeskEvent event) {
            return new Event(event.id(), event.type(), event.subject(), event.payloadJson());
        } else if (data instanceof PushData.Product product) {
            return new Product(Optional.of(product.productCode()));
        } else if (data instanceof PushData.Lost lost) {
            return new Lost(lost.reason(), lost.productCode());
        } else if (data instanceof PushData.Renewed renewed) {
            return new Renewed(renewed.expiresAt());
        } else if (data instanceof PushData.Refusal refusal) {
            return new Refusal(refusal.code(), refusal.message(), refusal.path());
        }
        return new Product(Optional.empty());
    }

    private static Price price(PushData.Price price) {
        return new Price(
                price.productCode(),
                price.price()
                        .map(known -> PriceJson.of(price.productCode(), price.zoneCode(), price.currency(), known)),
                price.changed().map(PushData.Range::from),
                price.changed().map(PushData.Range::to));
    }
}
