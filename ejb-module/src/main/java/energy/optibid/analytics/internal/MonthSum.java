package energy.optibid.analytics.internal;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What a copy is compared by: all values of a month, those that others superseded too.
 *
 * @param month of the delivery starts, in UTC
 * @param rows how many
 * @param sum of their prices
 */
public record MonthSum(PriceSeries series, YearMonth month, long rows, BigDecimal sum) {
    public MonthSum {
        sum = sum.stripTrailingZeros();
    }
}
