package energy.optibid.web.rest.market;

import energy.optibid.market.PriceMessage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Prices of one product and zone, the same message as from Kafka or a folder. */
public record NewPricesJson(
        @Schema(
                description =
                        "What you name the message, at most 200 characters; a second one of the same name changes nothing")
        String messageId,

        String productCode,
        String zoneCode,

        @Schema(description = "From when on the prices were known; the product's result time unless given")
        Optional<Instant> knownAt,

        @Schema(description = "Length of a delivery period: 15, 30 or 60; the product's unless given")
        Optional<Integer> minutes,

        @Schema(description = "1 to 10,000") List<NewPriceJson> prices) {

    /** One price, in the product's currency per MWh. */
    public record NewPriceJson(
            @Schema(description = "Of the delivery period") Instant start, BigDecimal price) {}

    PriceMessage message() {
        return new PriceMessage(
                messageId,
                productCode,
                zoneCode,
                knownAt,
                minutes.map(OptionalInt::of).orElse(OptionalInt.empty()),
                prices.stream()
                        .map(each -> new PriceMessage.Price(each.start(), each.price()))
                        .toList());
    }
}
