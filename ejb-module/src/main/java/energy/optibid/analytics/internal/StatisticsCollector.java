package energy.optibid.analytics.internal;

import energy.optibid.analytics.DeliveryRange;
import energy.optibid.analytics.PriceStatistics;
import energy.optibid.analytics.PriceStatistics.Load;
import energy.optibid.analytics.PriceStatistics.Part;
import energy.optibid.analytics.PriceStatistics.Quantile;
import energy.optibid.analytics.PriceSums;
import energy.optibid.analytics.ZoneQuery;
import energy.optibid.market.KnownPrice;
import energy.optibid.market.RuleSet;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes statistics of prices that it is given one by one, in order of their start. */
public final class StatisticsCollector {
    private static final List<Integer> PERCENTS = List.of(5, 25, 50, 75, 95);
    private static final int PERCENT_DIGITS = 2;

    private final ZoneQuery query;
    private final DeliveryRange range;
    private final Provenance provenance = new Provenance();
    private final PriceDistribution prices = new PriceDistribution();
    private final Extremes extremes = new Extremes();
    private final TimeMean base = new TimeMean();
    private final TimeMean peak = new TimeMean();
    private final TimeMean offPeak = new TimeMean();
    private final PricedTime pricedTime;

    /** @param range the days of the query */
    public StatisticsCollector(ZoneQuery query, DeliveryRange range) {
        this.query = query;
        this.range = range;
        this.pricedTime = new PricedTime(range);
    }

    public void add(KnownPrice known) {
        Instant start = known.period().start();
        long minutes = known.period().duration().toMinutes();
        provenance.add(known);
        pricedTime.add(known.period());
        extremes.add(known.price(), start);
        prices.add(known.price(), minutes);
        base.add(known.price(), minutes);
        (PeakHours.contain(start, range.tradingZone()) ? peak : offPeak).add(known.price(), minutes);
    }

    /** @param rules of the product, for all days */
    public PriceStatistics statistics(String currency, Optional<Instant> asOf, List<RuleSet> rules) {
        return new PriceStatistics(
                query,
                range.tradingZone(),
                currency,
                asOf,
                provenance.knownUntil(),
                provenance.simulated(),
                provenance.periods(),
                pricedTime.missingPeriods(rules),
                base.time(),
                base.mean(),
                provenance.knownUntil().map(known -> sums(known).volatility()),
                extremes.min(),
                extremes.max(),
                quantiles(),
                part(prices.minutesBelow(BigDecimal.ZERO)),
                part(prices.minutesAt(BigDecimal.ZERO)),
                load(base),
                load(peak),
                load(offPeak));
    }

    /** The whole range as one bucket, so that its deviation is that of a bucket. */
    private PriceSums sums(Instant knownUntil) {
        return new PriceSums(
                query.zoneCode(),
                range.from(),
                provenance.periods(),
                prices.minutes(),
                extremes.min().orElseThrow().value(),
                extremes.max().orElseThrow().value(),
                prices.sum(price -> price),
                prices.sum(price -> price.multiply(price)),
                knownUntil,
                provenance.simulated());
    }

    private List<Quantile> quantiles() {
        return prices.isEmpty()
                ? List.of()
                : PERCENTS.stream()
                        .map(percent ->
                                new Quantile(BigDecimal.valueOf(percent, PERCENT_DIGITS), prices.quantile(percent)))
                        .toList();
    }

    private Part part(long minutes) {
        return new Part(
                Duration.ofMinutes(minutes), prices.isEmpty() ? Optional.empty() : Optional.of(prices.share(minutes)));
    }

    private static Load load(TimeMean prices) {
        return new Load(prices.time(), prices.mean());
    }
}
