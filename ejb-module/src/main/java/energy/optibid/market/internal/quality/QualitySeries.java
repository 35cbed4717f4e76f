package energy.optibid.market.internal.quality;

import energy.optibid.market.QualityQuery;
import energy.optibid.market.RuleSet;
import energy.optibid.quantity.DeliveryPeriod;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a series means, as far as its name says it.
 *
 * @param name {@value QualityQuery#PRICE} or the name of a fundamental
 */
public record QualitySeries(String name) {
    private static final Pattern NEVER_NEGATIVE = Pattern.compile("(load|generation|solar|wind)(-.*)?");

    boolean isPrice() {
        return name.equals(QualityQuery.PRICE);
    }

    private boolean isForecast() {
        return name.endsWith("-forecast");
    }

    /** Load, and what plants produce; of other series nobody has said it. */
    boolean isNeverNegative() {
        return NEVER_NEGATIVE.matcher(name).matches();
    }

    /**
     * Until when the value of a delivery that begins at {@code start} is of use: of a price the time of the results, of a
     * forecast the closure of the gate. Absent where the rules state no time of results, and for what is measured, which is
     * never known before the gate.
     */
    Optional<Instant> deadline(TradingDay day, Instant start) {
        RuleSet rules = day.rules();
        if (isPrice()) {
            return rules.times().results().map(any -> rules.resultTime(day.date(), start));
        }
        return isForecast() ? Optional.of(rules.gateClosure(day.date(), start)) : Optional.empty();
    }

    /**
     * Whether a value has to be there by now: of a price from the time of the results on, or from the delivery where the rules
     * state none; of a forecast always; of what is measured once the delivery has ended.
     */
    boolean isDue(TradingDay day, DeliveryPeriod period, Instant now) {
        if (isPrice()) {
            return !deadline(day, period.start()).orElse(period.start()).isAfter(now);
        }
        return isForecast() || !period.end().isAfter(now);
    }
}
