package energy.optibid.analytics;

import energy.optibid.analytics.internal.CurveCollector;
import energy.optibid.analytics.internal.SpreadCollector;
import energy.optibid.analytics.internal.StatisticsCollector;
import energy.optibid.market.KnownPrice;
import energy.optibid.market.Markets;
import energy.optibid.market.PriceBook;
import energy.optibid.market.RuleSet;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Figures that need each single price, and not sums of hours or days: quantiles, prices as they were known, spreads by
 * quarter-hour. So they come from PostgreSQL always. The prices are read in parts, and what is kept of them grows with the
 * number of different prices at most. Every method throws {@link energy.optibid.market.UnknownProductException},
 * {@link energy.optibid.market.UnknownZoneException} or {@link energy.optibid.market.ProductNotTradedException} where the
 * product is not traded in a zone, {@link energy.optibid.market.NoRulesException} where it has no rules on the last day, and
 * {@link TooManyHoursException} where too much would have to be read at once.
 */
@Stateless
public class PriceFigures {

    @Inject
    PriceBook prices;

    @Inject
    Markets markets;

    /**
     * What the prices of a zone were like.
     *
     * @param asOf as they were known then; absent: as they are known best
     */
    public PriceStatistics statistics(ZoneQuery query, Optional<Instant> asOf) {
        RuleSet rules = rules(query.productCode(), List.of(query.zoneCode()), query.lastDeliveryDate());
        DeliveryRange range = range(query.firstDeliveryDate(), query.lastDeliveryDate(), rules, 1);
        StatisticsCollector collector = new StatisticsCollector(query, range);
        for (DeliveryRange part : range.parts()) {
            read(query.productCode(), query.zoneCode(), part, asOf).forEach(collector::add);
        }
        return collector.statistics(rules.currency(), asOf, markets.ruleSets(query.productCode()));
    }

    /**
     * The prices of a zone from the greatest down.
     *
     * @param points exact where there are no more periods, else a sample of so many; at least two
     */
    public DurationCurve durationCurve(ZoneQuery query, int points) {
        RuleSet rules = rules(query.productCode(), List.of(query.zoneCode()), query.lastDeliveryDate());
        DeliveryRange range = range(query.firstDeliveryDate(), query.lastDeliveryDate(), rules, 1);
        CurveCollector collector = new CurveCollector(query);
        for (DeliveryRange part : range.parts()) {
            read(query.productCode(), query.zoneCode(), part, Optional.empty()).forEach(collector::add);
        }
        return collector.curve(rules.currency(), range.tradingZone(), points);
    }

    /** How far the prices of zones are apart. */
    public SpreadReport spreads(SpreadQuery query) {
        RuleSet rules = rules(query.productCode(), query.zoneCodes(), query.lastDeliveryDate());
        DeliveryRange range = range(
                query.firstDeliveryDate(),
                query.lastDeliveryDate(),
                rules,
                query.zoneCodes().size());
        SpreadCollector collector = new SpreadCollector(query);
        for (DeliveryRange part : range.parts()) {
            collector.add(part, zone -> read(query.productCode(), zone, part, Optional.empty()));
        }
        return collector.report(rules.currency(), range.tradingZone());
    }

    private RuleSet rules(String productCode, List<String> zoneCodes, LocalDate lastDay) {
        zoneCodes.forEach(zone -> markets.requireTraded(productCode, zone));
        return markets.rules(productCode, lastDay);
    }

    private static DeliveryRange range(LocalDate firstDay, LocalDate lastDay, RuleSet rules, int zones) {
        DeliveryRange range = new DeliveryRange(firstDay, lastDay, rules.timeZone());
        MarketAnalytics.requireFew(range.from(), range.to(), zones);
        return range;
    }

    private List<KnownPrice> read(String productCode, String zoneCode, DeliveryRange part, Optional<Instant> asOf) {
        return asOf.map(instant -> prices.knownPrices(productCode, zoneCode, part.from(), part.to(), instant))
                .orElseGet(() -> prices.publishedPrices(productCode, zoneCode, part.from(), part.to()));
    }
}
