package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * A month of a product and zone in which the copy is not what PostgreSQL has.
 *
 * @param table {@code prices}, {@code bids}, {@code results} or {@code forecasts}
 * @param month of the delivery: of its start in UTC for prices, of its trading day for the others
 * @param rows in PostgreSQL; of prices those that others superseded too
 * @param copiedRows rows in the copy
 * @param sum in PostgreSQL, of prices and forecasts the sum of the prices, of bids and results that of the MW
 * @param copiedSum sum in the copy
 * @param repaired whether the month was copied anew
 */
public record CopyDifference(
        String table,
        String productCode,
        String zoneCode,
        YearMonth month,
        long rows,
        long copiedRows,
        BigDecimal sum,
        BigDecimal copiedSum,
        boolean repaired) {}
