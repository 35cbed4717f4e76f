package energy.optibid.analytics.internal;

import energy.optibid.analytics.CopyDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the copy with PostgreSQL, by counts and sums of each table, series and month. */
public final class CopyComparison {
    private final Copy copy;

    public CopyComparison(Copy copy) {
        this.copy = copy;
    }

    /** @param repair whether months that differ are copied anew */
    public List<CopyDifference> run(boolean repair) {
        synchronized (copy) {
            copy.follow();
            Map<CopiedMonth, MonthSum> stored = byPlace(copy.stored());
            Map<CopiedMonth, MonthSum> copied = byPlace(copy.copied());
            Set<CopiedMonth> places = new TreeSet<>(stored.keySet());
            places.addAll(copied.keySet());
            List<CopyDifference> differences = new ArrayList<>();
            for (CopiedMonth place : places) {
                MonthSum here = stored.getOrDefault(place, MonthSum.nothing(place));
                MonthSum there = copied.getOrDefault(place, MonthSum.nothing(place));
                if (!here.equals(there)) {
                    differences.add(difference(here, there, repair));
                }
            }
            return differences;
        }
    }

    private CopyDifference difference(MonthSum here, MonthSum there, boolean repair) {
        if (repair) {
            copy.repair(here.place());
        }
        return new CopyDifference(
                here.place().table(),
                here.place().series().productCode(),
                here.place().series().zoneCode(),
                here.place().month(),
                here.rows(),
                there.rows(),
                here.sum(),
                there.sum(),
                repair);
    }

    private static Map<CopiedMonth, MonthSum> byPlace(List<MonthSum> months) {
        return months.stream().collect(Collectors.toMap(MonthSum::place, Function.identity()));
    }
}
