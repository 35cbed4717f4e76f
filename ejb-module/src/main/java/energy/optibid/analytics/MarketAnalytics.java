package energy.optibid.analytics;

import energy.optibid.analytics.internal.AnalyticsDatabase;
import energy.optibid.analytics.internal.Anomalies;
import energy.optibid.analytics.internal.Correlations;
import energy.optibid.analytics.internal.DeskFigures;
import energy.optibid.analytics.internal.MarketRows;
import energy.optibid.market.Gate;
import energy.optibid.market.LatestPrice;
import energy.optibid.market.Markets;
import energy.optibid.market.NoRulesException;
import energy.optibid.market.RuleSet;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Figures about prices over long times, each with the engine that served it and how fresh it is. A method that takes a
 * query throws {@link energy.optibid.market.UnknownProductException}, {@link energy.optibid.market.UnknownZoneException}
 * or {@link energy.optibid.market.ProductNotTradedException} where the product is not traded in a zone, and
 * {@link NoRulesException} where it has no rules on the last day.
 */
@Stateless
@OrganisationBound
public class MarketAnalytics {
    /** A year of twenty zones with the eight weeks before. */
    static final long MAX_HOURS = 210_000;

    @Inject
    PriceHistory history;

    @Inject
    Markets markets;

    @Inject
    AnalyticsDatabase database;

    @Inject
    Clock clock;

    /** Mean, extremes, volatility of the prices and the organisation's volume, by zone and bucket. */
    public MarketFigures market(Actor actor, MarketQuery query, Bucket bucket) {
        RuleSet rules = rules(query);
        PriceSelection selection = selection(query, rules, bucket);
        PriceTable prices = history.sums(selection);
        MarketRows rows = database.read(connection -> MarketRows.of(connection, selection));
        return new MarketFigures(
                selection,
                rules.currency(),
                prices.engine(),
                prices.asOf(),
                prices.knownUntil(),
                prices.simulated(),
                rows.byBucket(prices.rows()),
                rows.byZone(prices.rows()));
    }

    /**
     * Hours whose price is far from what it was at the same hour of the week in the weeks before.
     *
     * @param weeks 4 to 52
     * @param threshold more than 0
     * @throws TooManyHoursException where too much would have to be read at once
     */
    public AnomalyReport anomalies(MarketQuery query, int weeks, BigDecimal threshold) {
        RuleSet rules = rules(query);
        AnomalySearch search = new AnomalySearch(selection(query, rules, Bucket.HOUR), weeks, threshold);
        PriceSelection read =
                search.prices().beginning(query.firstDeliveryDate().minusWeeks(weeks));
        requireFew(read.from(), read.to(), read.zoneCodes().size());
        PriceTable prices = history.sums(read);
        Anomalies anomalies = new Anomalies(search, rules.currency());
        prices.rows().stream().collect(Collectors.groupingBy(PriceSums::zoneCode)).entrySet().stream()
                .sorted(Comparator.comparing(zone -> zone.getKey()))
                .forEach(zone -> anomalies.look(zone.getValue()));
        return new AnomalyReport(
                search,
                rules.currency(),
                prices.engine(),
                prices.asOf(),
                prices.knownUntil(),
                prices.simulated(),
                anomalies.judged(),
                anomalies.unjudged(),
                anomalies.found());
    }

    /**
     * How the hourly prices of the zones go together.
     *
     * @throws TooManyHoursException where too much would have to be read at once
     */
    public CorrelationReport correlation(MarketQuery query) {
        PriceSelection selection = selection(query, rules(query), Bucket.HOUR);
        requireFew(selection.from(), selection.to(), selection.zoneCodes().size());
        PriceTable prices = history.sums(selection);
        return new CorrelationReport(
                selection,
                prices.engine(),
                prices.asOf(),
                prices.knownUntil(),
                prices.simulated(),
                new Correlations(selection, prices.rows()).pairs());
    }

    /** The figures of the organisation and the market as they are now; always from PostgreSQL. */
    public DeskKpis kpis(Actor actor) {
        Instant now = clock.instant();
        List<Gate> gates = markets.comingGates(1);
        return database.read(connection -> {
            DeskFigures figures = new DeskFigures(connection);
            List<LatestPrice> latest = figures.latestPrices();
            return new DeskKpis(
                    Engine.POSTGRESQL,
                    now,
                    latest.stream().map(LatestPrice::knownAt).max(Comparator.naturalOrder()),
                    latest,
                    figures.runs(),
                    figures.profits(),
                    own(gates, figures.productsOfPlant()));
        });
    }

    private static List<DeskKpis.NextGate> own(List<Gate> gates, Set<String> productCodes) {
        return gates.stream()
                .filter(gate -> productCodes.contains(gate.productCode()))
                .map(gate -> new DeskKpis.NextGate(gate.productCode(), gate.deliveryDate(), gate.closes()))
                .toList();
    }

    private RuleSet rules(MarketQuery query) {
        List<String> traded = markets.products().stream()
                .filter(product -> product.code().equals(query.productCode()))
                .flatMap(product -> product.zoneCodes().stream())
                .toList();
        query.zoneCodes().stream()
                .filter(zone -> !traded.contains(zone))
                .forEach(zone -> markets.requireTraded(query.productCode(), zone));
        return markets.rules(query.productCode(), query.lastDeliveryDate());
    }

    private static PriceSelection selection(MarketQuery query, RuleSet rules, Bucket bucket) {
        return new PriceSelection(
                query.productCode(),
                query.zoneCodes(),
                query.firstDeliveryDate(),
                query.lastDeliveryDate(),
                rules.timeZone(),
                bucket);
    }

    /** @throws TooManyHoursException where that is too much to be read at once */
    static void requireFew(Instant from, Instant to, int zones) {
        long hours = Duration.between(from, to).toHours() * zones;
        if (hours > MAX_HOURS) {
            throw new TooManyHoursException(hours, MAX_HOURS);
        }
    }
}
