package energy.optibid.web.rest.alerts;

import energy.optibid.notification.AlertNotFoundException;
import energy.optibid.notification.AlertRefusedException;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemSource;
import energy.optibid.web.rest.problem.ProblemTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The exceptions of alerts. */
@ApplicationScoped
public class AlertProblems implements ProblemSource {

    @Override
    public void addTo(ProblemTable table) {
        table.add(AlertNotFoundException.class, ProblemCode.ALERT_NOT_FOUND)
                .add(AlertRefusedException.class, ProblemCode.ALERT_REFUSED, AlertProblems::finding);
    }

    private static List<Finding> finding(AlertRefusedException refused) {
        String message = String.valueOf(refused.getMessage());
        return List.of(Finding.of("out-of-range", refused.field(), message, refused.value()));
    }
}
