package energy.optibid.market.internal.quality;

import energy.optibid.market.RuleSet;
import energy.optibid.quantity.DeliveryDay;
import energy.optibid.quantity.DeliveryPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A delivery day with the rules that are in force on it.
 *
 * @param start its midnight in the market's time zone
 * @param end the next one
 */
public record TradingDay(RuleSet rules, LocalDate date, Instant start, Instant end) {

    /** @param rules in force on that day */
    public static TradingDay of(RuleSet rules, LocalDate date) {
        DeliveryDay day = rules.day(date);
        return new TradingDay(rules, date, day.start(), day.end());
    }

    /** Those that the market trades. */
    List<DeliveryPeriod> periods() {
        return rules.day(date).periods(rules.timeUnit());
    }
}
