package energy.optibid.analytics;

import energy.optibid.quantity.DeliveryDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some delivery days of a market one after the other.
 *
 * @param firstDeliveryDate in {@code tradingZone}
 * @param lastDeliveryDate included; not before the first
 * @param tradingZone time zone that decides the trading day
 */
public record DeliveryRange(LocalDate firstDeliveryDate, LocalDate lastDeliveryDate, ZoneId tradingZone) {
    /** Of quarter-hours 9,600: so many prices of a zone are in memory at once. */
    private static final int DAYS_OF_A_PART = 100;

    public Instant from() {
        return new DeliveryDay(firstDeliveryDate, tradingZone).start();
    }

    /** The first instant after the last day. */
    public Instant to() {
        return new DeliveryDay(lastDeliveryDate, tradingZone).end();
    }

    /** The days in order. */
    public Stream<DeliveryDay> days() {
        return firstDeliveryDate
                .datesUntil(lastDeliveryDate.plusDays(1))
                .map(date -> new DeliveryDay(date, tradingZone));
    }

    /** The same days in parts of at most {@value #DAYS_OF_A_PART}, in order, to be read one after the other. */
    public List<DeliveryRange> parts() {
        return Stream.iterate(
                        firstDeliveryDate,
                        first -> !first.isAfter(lastDeliveryDate),
                        first -> first.plusDays(DAYS_OF_A_PART))
                .map(this::partFrom)
                .toList();
    }

    private DeliveryRange partFrom(LocalDate first) {
        LocalDate last = first.plusDays(DAYS_OF_A_PART - 1L);
        return new DeliveryRange(first, last.isBefore(lastDeliveryDate) ? last : lastDeliveryDate, tradingZone);
    }
}
