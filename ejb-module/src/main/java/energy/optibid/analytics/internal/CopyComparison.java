package energy.optibid.analytics.internal;

import energy.optibid.analytics.CopyDifference;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the copy with the prices, by counts and sums of each series and month. */
public final class CopyComparison {
    private final PriceCopy copy;
    private final Reading database;

    public CopyComparison(PriceCopy copy, Reading database) {
        this.copy = copy;
        this.database = database;
    }

    private record Place(PriceSeries series, YearMonth month) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(
                        (Place place) -> place.series().productCode())
                .thenComparing(place -> place.series().zoneCode())
                .thenComparing(Place::month);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param repair whether months that differ are copied anew */
    public List<CopyDifference> run(boolean repair) {
        synchronized (copy) {
            copy.follow();
            Map<Place, MonthSum> stored = byPlace(database.read(connection -> new StoredPrices(connection).months()));
            Map<Place, MonthSum> copied = byPlace(copy.months());
            Set<Place> places = new TreeSet<>(stored.keySet());
            places.addAll(copied.keySet());
            List<CopyDifference> differences = new ArrayList<>();
            for (Place place : places) {
                MonthSum here = stored.getOrDefault(place, nothing(place));
                MonthSum there = copied.getOrDefault(place, nothing(place));
                if (!here.equals(there)) {
                    differences.add(difference(here, there, repair));
                }
            }
            return differences;
        }
    }

    private CopyDifference difference(MonthSum here, MonthSum there, boolean repair) {
        if (repair) {
            copy.repair(here.series(), here.month());
        }
        return new CopyDifference(
                here.series().productCode(),
                here.series().zoneCode(),
                here.month(),
                here.rows(),
                there.rows(),
                here.sum(),
                there.sum(),
                repair);
    }

    private static Map<Place, MonthSum> byPlace(List<MonthSum> months) {
        return months.stream()
                .collect(Collectors.toMap(month -> new Place(month.series(), month.month()), Function.identity()));
    }

    private static MonthSum nothing(Place place) {
        return new MonthSum(place.series(), place.month(), 0, BigDecimal.ZERO);
    }
}
