package energy.optibid.web.rest.audit;

import energy.optibid.identity.TooManyAuditEntriesException;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemSource;
import energy.optibid.web.rest.problem.ProblemTable;
import jakarta.enterprise.context.ApplicationScoped;

/** The exceptions of the audit trail. */
@ApplicationScoped
public class AuditProblems implements ProblemSource {

    @Override
    public void addTo(ProblemTable table) {
        table.add(TooManyAuditEntriesException.class, ProblemCode.TOO_MANY_POINTS);
    }
}
