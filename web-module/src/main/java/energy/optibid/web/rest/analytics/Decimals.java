package energy.optibid.web.rest.analytics;

import energy.optibid.quantity.Hours;
import java.math.BigDecimal;
import java.time.Duration;

/** Decimals as answers have them: without zeros at the end, and without an exponent. */
final class Decimals {

    private Decimals() {}

    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static BigDecimal hours(Duration time) {
        return plain(Hours.of(time));
    }
}
