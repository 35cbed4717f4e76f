package energy.optibid.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Which prices are summed up, and by what.
 *
 * @param zoneCodes zones in which the product is traded, each once, sorted
 * @param firstDeliveryDate in {@code tradingZone}
 * @param lastDeliveryDate included; not before the first
 * @param tradingZone time zone that decides the trading day
 */
public record PriceSelection(
        String productCode,
        List<String> zoneCodes,
        LocalDate firstDeliveryDate,
        LocalDate lastDeliveryDate,
        ZoneId tradingZone,
        Bucket bucket) {
    public PriceSelection {
        zoneCodes = zoneCodes.stream().distinct().sorted().toList();
    }

    public Instant from() {
        return firstDeliveryDate.atStartOfDay(tradingZone).toInstant();
    }

    /** The first instant after the last day. */
    public Instant to() {
        return lastDeliveryDate.plusDays(1).atStartOfDay(tradingZone).toInstant();
    }

    /** The same with earlier prices too. */
    public PriceSelection beginning(LocalDate earlier) {
        return new PriceSelection(productCode, zoneCodes, earlier, lastDeliveryDate, tradingZone, bucket);
    }
}
