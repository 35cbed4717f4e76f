package energy.optibid.analytics.internal;

import energy.optibid.analytics.DurationCurve;
import energy.optibid.analytics.ZoneQuery;
import energy.optibid.market.KnownPrice;
import java.time.Duration;
import java.time.ZoneId;

/** Makes a duration curve of prices that it is given one by one, in any order. */
public final class CurveCollector {
    private final ZoneQuery query;
    private final Provenance provenance = new Provenance();
    private final PriceDistribution prices = new PriceDistribution();

    public CurveCollector(ZoneQuery query) {
        this.query = query;
    }

    public void add(KnownPrice known) {
        provenance.add(known);
        prices.add(known.price(), known.period().duration().toMinutes());
    }

    /** @param points exact where there are no more periods, else a sample of so many; at least two */
    public DurationCurve curve(String currency, ZoneId tradingZone, int points) {
        boolean exact = provenance.periods() <= points;
        return new DurationCurve(
                query,
                tradingZone,
                currency,
                provenance.knownUntil(),
                provenance.simulated(),
                provenance.periods(),
                Duration.ofMinutes(prices.minutes()),
                exact,
                exact ? prices.steps() : prices.samples(points));
    }
}
