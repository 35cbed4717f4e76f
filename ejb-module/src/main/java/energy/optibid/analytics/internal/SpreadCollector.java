package energy.optibid.analytics.internal;

import static java.util.Objects.requireNonNull;

import energy.optibid.analytics.DeliveryRange;
import energy.optibid.analytics.SpreadQuery;
import energy.optibid.analytics.SpreadReport;
import energy.optibid.market.KnownPrice;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes the spreads of prices that it reads part by part, in the order of their days. */
public final class SpreadCollector {
    private final SpreadQuery query;
    private final Provenance provenance = new Provenance();
    private final List<SpreadSums> sums;

    public SpreadCollector(SpreadQuery query) {
        this.query = query;
        this.sums = query.pairs().stream().map(SpreadSums::new).toList();
    }

    /** @param prices the prices of a zone in the part, in order of their start */
    public void add(DeliveryRange part, Function<String, List<KnownPrice>> prices) {
        Map<String, QuarterPrices> zones = new HashMap<>();
        for (String zone : query.zoneCodes()) {
            List<KnownPrice> known = prices.apply(zone);
            known.forEach(provenance::add);
            zones.put(zone, new QuarterPrices(part, known));
        }
        for (SpreadSums pair : sums) {
            pair.add(
                    requireNonNull(zones.get(pair.pair().zoneCode())),
                    requireNonNull(zones.get(pair.pair().otherZoneCode())));
        }
    }

    public SpreadReport report(String currency, ZoneId tradingZone) {
        return new SpreadReport(
                query,
                tradingZone,
                currency,
                provenance.knownUntil(),
                provenance.simulated(),
                sums.stream().map(SpreadSums::spread).toList());
    }
}
