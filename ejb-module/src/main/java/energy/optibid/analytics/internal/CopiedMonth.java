package energy.optibid.analytics.internal;

import java.time.YearMonth;
import java.util.Comparator;

/**
 * A month of a product and zone in one of the copied tables.
 *
 * @param table its name in ClickHouse
 * @param month of the delivery: of its start in UTC for prices, of its trading day for what the desk did
 */
public record CopiedMonth(String table, PriceSeries series, YearMonth month) implements Comparable<CopiedMonth> {
    private static final Comparator<CopiedMonth> ORDER = Comparator.comparing(CopiedMonth::table)
            .thenComparing(place -> place.series().productCode())
            .thenComparing(place -> place.series().zoneCode())
            .thenComparing(CopiedMonth::month);

    @Override
    public int compareTo(CopiedMonth other) {
        return ORDER.compare(this, other);
    }
}
