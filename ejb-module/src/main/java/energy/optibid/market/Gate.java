package energy.optibid.market;

import energy.optibid.quantity.DeliveryPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One auction of a product: what it sells, and when orders are taken.
 *
 * @param deliveryDate the trading day
 * @param timeZone decides the trading day
 * @param delivery all of that day, or the session's part of it
 * @param opens the first instant at which orders are taken; absent where the rules state none
 * @param closes the instant from which orders are refused; not after delivery begins
 * @param results when they are published; absent where the rules state no time
 */
public record Gate(
        String productCode,
        LocalDate deliveryDate,
        ZoneId timeZone,
        DeliveryPeriod delivery,
        Optional<Instant> opens,
        Instant closes,
        Optional<Instant> results) {

    /** Whether orders are taken at that instant. */
    public boolean isOpen(Instant now) {
        return now.isBefore(closes)
                && opens.map(opening -> !now.isBefore(opening)).orElse(true);
    }
}
