package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.MarketFigures;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A zone in a bucket, or over the whole range.
 *
 * @param end first instant after it
 * @param periods delivery periods with a price
 * @param minutes that they last
 * @param missingMinutes for which there is no price
 * @param meanPrice arithmetic mean by time, currency per MWh
 * @param volatility standard deviation of the price by time, as of a population
 * @param soldMwh energy that your organisation sold in the product's auctions
 * @param boughtMwh likewise bought
 */
public record MarketRowJson(
        String zoneCode,
        Instant start,
        Instant end,
        long periods,
        long minutes,
        long missingMinutes,
        BigDecimal meanPrice,
        BigDecimal minPrice,
        BigDecimal maxPrice,
        BigDecimal volatility,
        BigDecimal soldMwh,
        BigDecimal boughtMwh,
        boolean simulated) {

    static MarketRowJson of(MarketFigures.Row row) {
        var sums = row.sums();
        return new MarketRowJson(
                sums.zoneCode(),
                sums.start(),
                row.end(),
                sums.periods(),
                sums.minutes(),
                row.missingMinutes(),
                plain(sums.meanPrice()),
                plain(sums.minPrice()),
                plain(sums.maxPrice()),
                plain(sums.volatility()),
                plain(row.soldMwh()),
                plain(row.boughtMwh()),
                sums.simulated());
    }

    /** Without zeros at the end, and without an exponent. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
