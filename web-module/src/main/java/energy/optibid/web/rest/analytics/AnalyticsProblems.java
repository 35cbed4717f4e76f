package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.ClickHouseNeededException;
import energy.optibid.analytics.TooManyHoursException;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemSource;
import energy.optibid.web.rest.problem.ProblemTable;
import jakarta.enterprise.context.ApplicationScoped;

/** The exceptions of analytics. */
@ApplicationScoped
public class AnalyticsProblems implements ProblemSource {

    @Override
    public void addTo(ProblemTable table) {
        table.add(TooManyHoursException.class, ProblemCode.TOO_MANY_POINTS)
                .add(ClickHouseNeededException.class, ProblemCode.CLICKHOUSE_NEEDED);
    }
}
