package energy.optibid.web.rest.market;

import energy.optibid.market.QualityQuery;
import energy.optibid.web.rest.Limits;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a report is asked for, as it stands in the query.
 *
 * @param frozenHours 6 unless given
 * @param limit see {@link Limits}
 */
record QualityParameters(
        String product,
        String zone,
        List<String> series,
        LocalDate first,
        LocalDate last,
        @Nullable Integer frozenHours,
        @Nullable Integer limit) {
    private static final int DEFAULT_FROZEN_HOURS = 6;
    private static final int MOST_FROZEN_HOURS = 168;
    private static final Pattern SERIES = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");

    /**
     * The query of the domain.
     *
     * @throws ProblemException with everything that is wrong with it
     */
    QualityQuery query() {
        List<Finding> findings = new ArrayList<>();
        int hours = frozenHours == null ? DEFAULT_FROZEN_HOURS : frozenHours;
        if (hours < 1 || hours > MOST_FROZEN_HOURS) {
            findings.add(invalid("frozenHours", "frozenHours must be 1 to " + MOST_FROZEN_HOURS, hours));
        }
        checkDays(findings);
        checkSeries(findings);
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETERS, findings);
        }
        return new QualityQuery(product, zone, series, first, last, Duration.ofHours(hours), Limits.of(limit));
    }

    private void checkDays(List<Finding> findings) {
        if (last.isBefore(first)) {
            findings.add(invalid("lastDeliveryDate", "lastDeliveryDate must not be before firstDeliveryDate", last));
        } else if (!last.isBefore(first.plusDays(QualityQuery.MOST_DAYS))) {
            findings.add(invalid(
                    "lastDeliveryDate", "At most " + QualityQuery.MOST_DAYS + " days are looked at at once", last));
        }
    }

    private void checkSeries(List<Finding> findings) {
        if (series.size() > QualityQuery.MOST_SERIES) {
            findings.add(Finding.of(
                    "invalid-value", "series", "series may be given at most " + QualityQuery.MOST_SERIES + " times"));
        }
        series.stream()
                .filter(name -> !SERIES.matcher(name).matches())
                .map(name -> invalid("series", "A series has lower-case letters, digits and hyphens, at most 50", name))
                .forEach(findings::add);
    }

    private static Finding invalid(String parameter, String message, Object value) {
        return Finding.of("invalid-value", parameter, message, value.toString());
    }
}
