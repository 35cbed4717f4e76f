package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * A month of a product and zone in which the copy is not what PostgreSQL has.
 *
 * @param month of the delivery starts, in UTC
 * @param rows values in PostgreSQL, those that others superseded too
 * @param copiedRows values in the copy
 * @param priceSum sum of the prices in PostgreSQL
 * @param copiedPriceSum sum in the copy
 * @param repaired whether the month was copied anew
 */
public record CopyDifference(
        String productCode,
        String zoneCode,
        YearMonth month,
        long rows,
        long copiedRows,
        BigDecimal priceSum,
        BigDecimal copiedPriceSum,
        boolean repaired) {}
