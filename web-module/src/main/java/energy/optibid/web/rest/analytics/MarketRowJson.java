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
                Decimals.plain(sums.meanPrice()),
                Decimals.plain(sums.minPrice()),
                Decimals.plain(sums.maxPrice()),
                Decimals.plain(sums.volatility()),
                Decimals.plain(row.soldMwh()),
                Decimals.plain(row.boughtMwh()),
                sums.simulated());
    }
}
