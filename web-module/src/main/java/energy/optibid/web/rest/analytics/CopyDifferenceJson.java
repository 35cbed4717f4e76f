package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.CopyDifference;
import java.math.BigDecimal;

/**
 * A month in which the copy is not what PostgreSQL has.
 *
 * @param table {@code prices}, {@code bids}, {@code results} or {@code forecasts}
 * @param month of the delivery, for example {@code 2026-11}
 * @param rows in PostgreSQL
 * @param copiedRows in the copy
 * @param sum in PostgreSQL: of the prices, or of the MW that were bid or accepted
 * @param copiedSum sum in the copy
 * @param repaired whether the month was copied anew
 */
public record CopyDifferenceJson(
        String table,
        String productCode,
        String zoneCode,
        String month,
        long rows,
        long copiedRows,
        BigDecimal sum,
        BigDecimal copiedSum,
        boolean repaired) {

    static CopyDifferenceJson of(CopyDifference difference) {
        return new CopyDifferenceJson(
                difference.table(),
                difference.productCode(),
                difference.zoneCode(),
                difference.month().toString(),
                difference.rows(),
                difference.copiedRows(),
                difference.sum(),
                difference.copiedSum(),
                difference.repaired());
    }
}
