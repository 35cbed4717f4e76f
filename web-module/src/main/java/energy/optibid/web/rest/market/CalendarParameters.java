package energy.optibid.web.rest.market;

import energy.optibid.market.TradingCalendar;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days of a calendar that is asked for, as they stand in the query.
 *
 * @param to included
 */
record CalendarParameters(LocalDate from, LocalDate to) {

    /** @throws ProblemException with everything that is wrong with them */
    void check() {
        List<Finding> findings = new ArrayList<>();
        checkCentury(findings, "from", from);
        checkCentury(findings, "to", to);
        if (to.isBefore(from)) {
            findings.add(invalid("to", "to must not be before from", to));
        } else if (!to.isBefore(from.plusDays(TradingCalendar.MOST_DAYS))) {
            findings.add(invalid("to", "At most " + TradingCalendar.MOST_DAYS + " days are answered at once", to));
        }
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETERS, findings);
        }
    }

    private static void checkCentury(List<Finding> findings, String parameter, LocalDate day) {
        if (day.isBefore(TradingCalendar.FIRST) || day.isAfter(TradingCalendar.LAST)) {
            findings.add(invalid(
                    parameter,
                    parameter + " must be from " + TradingCalendar.FIRST + " to " + TradingCalendar.LAST,
                    day));
        }
    }

    private static Finding invalid(String parameter, String message, LocalDate value) {
        return Finding.of("invalid-value", parameter, message, value.toString());
    }
}
