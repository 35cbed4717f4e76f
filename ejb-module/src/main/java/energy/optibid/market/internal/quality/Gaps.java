package energy.optibid.market.internal.quality;

import energy.optibid.market.QualityKind;
import energy.optibid.quantity.DeliveryPeriod;
import java.time.Instant;
import java.util.List;

/**
 * Delivery periods of the market whose time is not all covered by values. A longer value covers the shorter periods in it.
 * What is not due yet is counted apart.
 */
final class Gaps implements Check {
    private final QualitySeries series;
    private final Instant now;
    private final FoundIntervals found;
    private long present;
    private long notYetDue;

    Gaps(QualitySeries series, Instant now, int kept) {
        this.series = series;
        this.now = now;
        this.found = new FoundIntervals(QualityKind.GAP, kept);
    }

    @Override
    public void endDay(TradingDay day, DayCoverage coverage) {
        for (DeliveryPeriod period : day.periods()) {
            if (coverage.isFull(period.start(), period.end())) {
                present++;
            } else if (series.isDue(day, period, now)) {
                boolean empty = coverage.isEmpty(period.start(), period.end());
                found.add(period.start(), period.end(), empty ? "no value" : "values for a part of the period only");
            } else {
                notYetDue++;
            }
        }
    }

    long present() {
        return present;
    }

    long expected() {
        return present + found.periods();
    }

    long notYetDue() {
        return notYetDue;
    }

    @Override
    public List<FoundIntervals> found() {
        return List.of(found);
    }
}
