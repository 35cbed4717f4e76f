package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a market looked like.
 *
 * @param currency of the product's prices, ISO 4217
 * @param engine what served the prices
 * @param asOf every price that was stored by then is in
 * @param knownUntil from when on the price was known that became known last; absent without prices
 * @param simulated whether any price was made by the simulator
 * @param rows by zone and then by start; buckets without a price are left out
 * @param zones one row for each zone with a price, over the whole selection
 */
public record MarketFigures(
        PriceSelection selection,
        String currency,
        Engine engine,
        Instant asOf,
        Optional<Instant> knownUntil,
        boolean simulated,
        List<Row> rows,
        List<Row> zones) {
    public MarketFigures {
        rows = List.copyOf(rows);
        zones = List.copyOf(zones);
    }

    /**
     * A zone in a bucket.
     *
     * @param end first instant after the bucket, or after the selection where that is earlier
     * @param missingMinutes of the bucket for which there is no price
     * @param soldMwh energy that the organisation sold in auctions of the product for this time; at least 0
     * @param boughtMwh likewise bought
     */
    public record Row(PriceSums sums, Instant end, long missingMinutes, BigDecimal soldMwh, BigDecimal boughtMwh) {}
}
