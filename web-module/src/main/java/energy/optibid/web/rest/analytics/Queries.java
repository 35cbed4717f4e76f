package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.MarketQuery;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The parameters that all analytics of a market share. */
final class Queries {
    private static final int MAX_ZONES = 50;
    private static final long MAX_DAYS = 3_660;

    private Queries() {}

    static MarketQuery of(String product, List<String> zones, LocalDate first, LocalDate last) {
        List<Finding> findings = new ArrayList<>();
        if (zones.size() > MAX_ZONES) {
            findings.add(Finding.of("invalid-value", "zone", "zone may be given at most 50 times"));
        }
        if (last.isBefore(first)) {
            findings.add(invalid("lastDeliveryDate", "lastDeliveryDate must not be before firstDeliveryDate", last));
        } else if (first.plusDays(MAX_DAYS).isBefore(last)) {
            findings.add(invalid("lastDeliveryDate", "At most ten years are looked at at once", last));
        }
        require(findings);
        return new MarketQuery(product, zones, first, last);
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
