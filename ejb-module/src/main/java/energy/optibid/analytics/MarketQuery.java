package energy.optibid.analytics;

import java.time.LocalDate;
import java.util.List;

/**
 * What a caller asks about.
 *
 * @param zoneCodes at least one
 * @param firstDeliveryDate day of the market
 * @param lastDeliveryDate included; not before the first
 */
public record MarketQuery(
        String productCode, List<String> zoneCodes, LocalDate firstDeliveryDate, LocalDate lastDeliveryDate) {
    public MarketQuery {
        zoneCodes = zoneCodes.stream().distinct().sorted().toList();
    }
}
