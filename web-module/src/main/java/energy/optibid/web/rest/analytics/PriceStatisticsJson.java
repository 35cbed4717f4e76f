package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.Extreme;
import energy.optibid.analytics.PriceStatistics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the prices of a zone were like, by time.
 *
 * @param timeZone of the market: it decides days and peak hours
 * @param asOf what was known then; absent: what is known best
 * @param knownUntil from when on the price was known that became known last; absent without prices
 * @param simulated whether any price was made by the simulator
 * @param periods delivery periods with a price
 * @param missingPeriods that are not wholly covered by prices
 * @param hours that the priced periods last
 * @param meanPrice absent without prices, as all other prices
 * @param standardDeviation as of a population
 * @param minPriceStart start of the first period with it
 * @param maxPriceStart start of the first period with it
 * @param negativeHours with a price below zero
 * @param negativeShare of the hours, 0 to 1
 * @param zeroHours with a price of exactly zero
 * @param zeroShare of the hours, 0 to 1
 * @param base all hours
 * @param peak Monday to Friday from 08:00 to 20:00
 * @param offPeak all others
 */
public record PriceStatisticsJson(
        String productCode,
        String zoneCode,
        LocalDate firstDeliveryDate,
        LocalDate lastDeliveryDate,
        String timeZone,
        Optional<Instant> asOf,
        Optional<Instant> knownUntil,
        boolean simulated,
        String currency,
        String unit,
        long periods,
        long missingPeriods,
        BigDecimal hours,
        Optional<BigDecimal> meanPrice,
        Optional<BigDecimal> standardDeviation,
        Optional<BigDecimal> minPrice,
        Optional<Instant> minPriceStart,
        Optional<BigDecimal> maxPrice,
        Optional<Instant> maxPriceStart,
        List<PriceQuantileJson> quantiles,
        BigDecimal negativeHours,
        Optional<BigDecimal> negativeShare,
        BigDecimal zeroHours,
        Optional<BigDecimal> zeroShare,
        LoadPriceJson base,
        LoadPriceJson peak,
        LoadPriceJson offPeak) {

    /**
     * The least price that was not exceeded for at least that share of the time.
     *
     * @param share 0 to 1
     */
    public record PriceQuantileJson(BigDecimal share, BigDecimal price) {}

    /**
     * Some of the hours.
     *
     * @param hours of them that have a price
     */
    public record LoadPriceJson(BigDecimal hours, Optional<BigDecimal> meanPrice) {}

    static PriceStatisticsJson of(PriceStatistics prices) {
        var query = prices.query();
        return new PriceStatisticsJson(
                query.productCode(),
                query.zoneCode(),
                query.firstDeliveryDate(),
                query.lastDeliveryDate(),
                prices.tradingZone().getId(),
                prices.asOf(),
                prices.knownUntil(),
                prices.simulated(),
                prices.currency(),
                prices.currency() + "/MWh",
                prices.periods(),
                prices.missingPeriods(),
                Decimals.hours(prices.priced()),
                prices.meanPrice().map(Decimals::plain),
                prices.standardDeviation().map(Decimals::plain),
                prices.minPrice().map(Extreme::value).map(Decimals::plain),
                prices.minPrice().map(Extreme::start),
                prices.maxPrice().map(Extreme::value).map(Decimals::plain),
                prices.maxPrice().map(Extreme::start),
                prices.quantiles().stream().map(PriceStatisticsJson::quantile).toList(),
                Decimals.hours(prices.negative().time()),
                prices.negative().share().map(Decimals::plain),
                Decimals.hours(prices.zero().time()),
                prices.zero().share().map(Decimals::plain),
                load(prices.base()),
                load(prices.peak()),
                load(prices.offPeak()));
    }

    private static PriceQuantileJson quantile(PriceStatistics.Quantile quantile) {
        return new PriceQuantileJson(Decimals.plain(quantile.share()), Decimals.plain(quantile.price()));
    }

    private static LoadPriceJson load(PriceStatistics.Load load) {
        return new LoadPriceJson(Decimals.hours(load.priced()), load.meanPrice().map(Decimals::plain));
    }
}
