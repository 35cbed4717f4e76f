package energy.optibid.market;

import energy.optibid.quantity.DeliveryDay;
import energy.optibid.quantity.MarketTimeUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The rules of a product that are in force for the delivery days from {@code validFrom} to {@code validTo}.
 *
 * @param productCode for example {@code SDAC}
 * @param validFrom first delivery day
 * @param validTo first delivery day after it, absent while open-ended
 * @param timeZone decides the trading day, gate closure and result time
 * @param timeUnit length of a delivery period
 * @param gateClosureLocalTime the gate is open strictly before this time on the day before delivery
 * @param resultLocalTime when results are published on the day before delivery
 * @param minPrice lowest price of an order, currency per MWh
 * @param maxPrice highest price of an order, currency per MWh
 * @param priceTick step of a price, currency per MWh
 * @param quantityStepMw step of a quantity, MW
 * @param maxCurvePoints most steps of one order
 * @param currency ISO 4217
 * @param verified whether each number was read in the operator's own text
 * @param source where the numbers come from
 */
public record RuleSet(
        String productCode,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        ZoneId timeZone,
        MarketTimeUnit timeUnit,
        LocalTime gateClosureLocalTime,
        LocalTime resultLocalTime,
        BigDecimal minPrice,
        BigDecimal maxPrice,
        BigDecimal priceTick,
        BigDecimal quantityStepMw,
        int maxCurvePoints,
        String currency,
        boolean verified,
        String source) {

    /** Whether these rules are in force on that delivery day. */
    public boolean appliesOn(LocalDate deliveryDate) {
        return !deliveryDate.isBefore(validFrom)
                && validTo.map(deliveryDate::isBefore).orElse(true);
    }

    public DeliveryDay day(LocalDate deliveryDate) {
        return new DeliveryDay(deliveryDate, timeZone);
    }

    /** The instant from which orders for that delivery day are refused. */
    public Instant gateClosure(LocalDate deliveryDate) {
        return deliveryDate
                .minusDays(1)
                .atTime(gateClosureLocalTime)
                .atZone(timeZone)
                .toInstant();
    }

    /** The instant at which the results of that delivery day are published. */
    public Instant resultTime(LocalDate deliveryDate) {
        return deliveryDate
                .minusDays(1)
                .atTime(resultLocalTime)
                .atZone(timeZone)
                .toInstant();
    }

    /** The last delivery day whose results are published at that instant. */
    public LocalDate lastPublishedDay(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, timeZone);
        return now.isBefore(resultTime(today.plusDays(1))) ? today : today.plusDays(1);
    }
}
