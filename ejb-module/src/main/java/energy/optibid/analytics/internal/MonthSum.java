package energy.optibid.analytics.internal;

import java.math.BigDecimal;

/**
 * What a copy is compared by.
 *
 * @param rows how many; of prices those that others superseded too
 * @param sum of their prices, or of the power that was bid or accepted
 */
public record MonthSum(CopiedMonth place, long rows, BigDecimal sum) {
    public MonthSum {
        sum = sum.stripTrailingZeros();
    }

    static MonthSum nothing(CopiedMonth place) {
        return new MonthSum(place, 0, BigDecimal.ZERO);
    }

    MonthSum plus(MonthSum other) {
        return new MonthSum(place, rows + other.rows, sum.add(other.sum));
    }
}
