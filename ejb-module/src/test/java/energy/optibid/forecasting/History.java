package energy.optibid.forecasting;

import energy.optibid.market.KnownPrice;
import energy.optibid.quantity.DeliveryDay;
import energy.optibid.quantity.DeliveryPeriod;
import energy.optibid.quantity.MarketTimeUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Histories for the tests, in Brussels time. */
final class History {
    static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private History() {}

    static DeliveryDay day(String date) {
        return new DeliveryDay(LocalDate.parse(date), BRUSSELS);
    }

    static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(BRUSSELS).toInstant();
    }

    /** The days from one to another, both with prices, each price made from the period's start. */
    static List<KnownPrice> of(String first, String last, MarketTimeUnit unit, Function<Instant, BigDecimal> price) {
        List<KnownPrice> prices = new ArrayList<>();
        LocalDate until = LocalDate.parse(last).plusDays(1);
        for (LocalDate date = LocalDate.parse(first); date.isBefore(until); date = date.plusDays(1)) {
            for (DeliveryPeriod period : new DeliveryDay(date, BRUSSELS).periods(unit)) {
                prices.add(new KnownPrice(
                        period, price.apply(period.start()), period.start().minusSeconds(36_000), false));
            }
        }
        return prices;
    }

    /** A price that tells its hour: the day of the year, a point, the hour of the local clock. */
    static BigDecimal byClock(Instant start) {
        var local = start.atZone(BRUSSELS);
        return BigDecimal.valueOf(local.getDayOfYear() * 100L + local.getHour(), 2);
    }
}
