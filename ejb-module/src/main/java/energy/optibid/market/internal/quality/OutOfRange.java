package energy.optibid.market.internal.quality;

import energy.optibid.market.OrderRules;
import energy.optibid.market.QualityKind;
import java.math.BigDecimal;
import java.util.List;

/** Prices in force beyond the limits of the rules of their day; load and production below zero. */
final class OutOfRange implements Check {
    private final QualitySeries series;
    private final FoundIntervals found;

    OutOfRange(QualitySeries series, int kept) {
        this.series = series;
        this.found = new FoundIntervals(QualityKind.OUT_OF_RANGE, kept);
    }

    @Override
    public void see(TradingDay day, KnownPeriod period) {
        StoredValue value = period.inForce();
        OrderRules limits = day.rules().orders();
        if (series.isPrice()) {
            requireAtLeast(value, limits.minPrice());
            if (value.value().compareTo(limits.maxPrice()) > 0) {
                found.add(value.start(), value.end(), beyond(value, "above", limits.maxPrice()));
            }
        } else if (series.isNeverNegative()) {
            requireAtLeast(value, BigDecimal.ZERO);
        }
    }

    private void requireAtLeast(StoredValue value, BigDecimal least) {
        if (value.value().compareTo(least) < 0) {
            found.add(value.start(), value.end(), beyond(value, "below", least));
        }
    }

    private static String beyond(StoredValue value, String where, BigDecimal limit) {
        return value.value().toPlainString() + " " + where + " " + limit.toPlainString();
    }

    @Override
    public List<FoundIntervals> found() {
        return List.of(found);
    }
}
