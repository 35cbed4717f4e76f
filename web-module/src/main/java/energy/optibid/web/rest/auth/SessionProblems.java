package energy.optibid.web.rest.auth;

import energy.optibid.identity.SessionEndedException;
import energy.optibid.identity.SessionNotFoundException;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemSource;
import energy.optibid.web.rest.problem.ProblemTable;
import jakarta.enterprise.context.ApplicationScoped;

/** The exceptions of sessions. */
@ApplicationScoped
public class SessionProblems implements ProblemSource {

    @Override
    public void addTo(ProblemTable table) {
        table.add(SessionEndedException.class, ProblemCode.SESSION_ENDED)
                .add(SessionNotFoundException.class, ProblemCode.SESSION_NOT_FOUND);
    }
}
