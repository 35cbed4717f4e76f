package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.CopyDifference;
import java.math.BigDecimal;

/**
 * A month in which the copy is not what PostgreSQL has.
 *
 * @param month of the delivery starts in UTC, for example {@code 2026-11}
 * @param rows values in PostgreSQL
 * @param copiedRows values in the copy
 * @param repaired whether the month was copied anew
 */
public record CopyDifferenceJson(
        String productCode,
        String zoneCode,
        String month,
        long rows,
        long copiedRows,
        BigDecimal priceSum,
        BigDecimal copiedPriceSum,
        boolean repaired) {

    static CopyDifferenceJson of(CopyDifference difference) {
        return new CopyDifferenceJson(
                difference.productCode(),
                difference.zoneCode(),
                difference.month().toString(),
                difference.rows(),
                difference.copiedRows(),
                difference.priceSum(),
                difference.copiedPriceSum(),
                difference.repaired());
    }
}
