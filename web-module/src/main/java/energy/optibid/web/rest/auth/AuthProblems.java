package energy.optibid.web.rest.auth;

import energy.optibid.identity.LogInRefusedException;
import energy.optibid.identity.PasswordRefusedException;
import energy.optibid.identity.UserGoneException;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemSource;
import energy.optibid.web.rest.problem.ProblemTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The exceptions of identity. */
@ApplicationScoped
public class AuthProblems implements ProblemSource {

    @Override
    public void addTo(ProblemTable table) {
        table.add(LogInRefusedException.class, ProblemCode.LOG_IN_REFUSED)
                .add(UserGoneException.class, ProblemCode.NOT_AUTHENTICATED)
                .add(PasswordRefusedException.class, ProblemCode.PASSWORD_REFUSED, AuthProblems::findings);
    }

    private static List<Finding> findings(PasswordRefusedException refused) {
        return refused.findings().stream()
                .map(finding -> Finding.of(finding.code(), "password", finding.message()))
                .toList();
    }
}
