package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.DurationCurve;
import energy.optibid.analytics.MarketQuery;
import energy.optibid.analytics.SpreadQuery;
import energy.optibid.analytics.ZoneQuery;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters that all analytics of a market share. */
final class Queries {
    private static final int MAX_ZONES = 50;
    private static final int MIN_COMPARED_ZONES = 2;
    private static final int MAX_COMPARED_ZONES = 20;
    private static final int MIN_POINTS = 2;
    private static final long MAX_DAYS = 3_660;

    private Queries() {}

    static MarketQuery of(String product, List<String> zones, LocalDate first, LocalDate last) {
        List<Finding> findings = new ArrayList<>();
        if (zones.size() > MAX_ZONES) {
            findings.add(Finding.of("invalid-value", "zone", "zone may be given at most 50 times"));
        }
        findings.addAll(days(first, last));
        require(findings);
        return new MarketQuery(product, zones, first, last);
    }

    static ZoneQuery ofZone(String product, String zone, LocalDate first, LocalDate last) {
        require(days(first, last));
        return new ZoneQuery(product, zone, first, last);
    }

    static SpreadQuery ofSpreads(
            String product, List<String> zones, @Nullable String reference, LocalDate first, LocalDate last) {
        List<Finding> findings = new ArrayList<>(days(first, last));
        if (!areComparable(zones)) {
            findings.add(invalid(
                    "zone", "zone must be given 2 to 20 times, each with another code", String.join(", ", zones)));
        }
        if (reference != null && !zones.contains(reference)) {
            findings.add(invalid("reference", "reference must be one of the zones", reference));
        }
        require(findings);
        return new SpreadQuery(product, zones, Optional.ofNullable(reference), first, last);
    }

    private static boolean areComparable(List<String> codes) {
        Set<String> different = Set.copyOf(codes);
        return different.size() == codes.size()
                && !different.contains("")
                && codes.size() >= MIN_COMPARED_ZONES
                && codes.size() <= MAX_COMPARED_ZONES;
    }

    /** How many points a curve may have, as asked for, or so many as it has unless asked. */
    static int points(@Nullable Integer asked) {
        int points = asked == null ? DurationCurve.DEFAULT_POINTS : asked;
        if (points < MIN_POINTS || points > DurationCurve.MAX_POINTS) {
            require(List.of(invalid("points", "points must be 2 to 10,000", points)));
        }
        return points;
    }

    private static List<Finding> days(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return List.of(invalid("lastDeliveryDate", "lastDeliveryDate must not be before firstDeliveryDate", last));
        }
        return first.plusDays(MAX_DAYS).isBefore(last)
                ? List.of(invalid("lastDeliveryDate", "At most ten years are looked at at once", last))
                : List.of();
    }

    static void require(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETERS, findings);
        }
    }

    static Finding invalid(String parameter, String message, Object value) {
        return Finding.of("invalid-value", parameter, message, value.toString());
    }

    /** Neither a page nor a file is longer. */
    static void requireFew(int rows, int most) {
        if (rows > most) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_POINTS,
                    "The answer would have %,d rows; at most %,d are answered at once".formatted(rows, most));
        }
    }
}
