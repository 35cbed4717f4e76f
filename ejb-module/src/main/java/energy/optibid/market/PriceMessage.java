package energy.optibid.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Prices of one product and zone that a source of market data sent.
 *
 * @param messageId what the source names the message: one of a name that was applied before changes nothing
 * @param knownAt from when on the prices were known; absent for the product's result time on the day before delivery
 * @param minutes length of a delivery period: 15, 30 or 60; absent for the product's time unit on the delivery day
 */
public record PriceMessage(
        String messageId,
        String productCode,
        String zoneCode,
        Optional<Instant> knownAt,
        OptionalInt minutes,
        List<Price> prices) {

    public PriceMessage {
        prices = List.copyOf(prices);
    }

    /**
     * @param start of the delivery period
     * @param price currency of the product per MWh
     */
    public record Price(Instant start, BigDecimal price) {}
}
