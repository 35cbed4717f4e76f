package energy.optibid.market;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * Which series are looked at.
 *
 * @param series {@value #PRICE} for the prices, else names of fundamentals; empty for all that the zone has
 * @param firstDeliveryDate day of the market
 * @param lastDeliveryDate included; not before the first, and at most {@value #MOST_DAYS} days with it
 * @param frozen the shortest time for which a value may not stay the same
 * @param mostFindings so many of each kind and series are listed
 */
public record QualityQuery(
        String productCode,
        String zoneCode,
        List<String> series,
        LocalDate firstDeliveryDate,
        LocalDate lastDeliveryDate,
        Duration frozen,
        int mostFindings) {
    /** The name under which the prices stand beside the fundamentals. */
    public static final String PRICE = "price";

    public static final int MOST_DAYS = 366;
    public static final int MOST_SERIES = 50;

    public QualityQuery {
        series = series.stream().distinct().toList();
        if (lastDeliveryDate.isBefore(firstDeliveryDate)
                || firstDeliveryDate.plusDays(MOST_DAYS).compareTo(lastDeliveryDate) <= 0) {
            throw new IllegalArgumentException(
                    "Not 1 to " + MOST_DAYS + " days: " + firstDeliveryDate + " to " + lastDeliveryDate);
        }
    }
}
