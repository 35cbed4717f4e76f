package energy.optibid.web.rest.apikeys;

import energy.optibid.identity.ApiKeyInvalidException;
import energy.optibid.identity.ApiKeyNotFoundException;
import energy.optibid.identity.ApiKeyRefusedException;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemSource;
import energy.optibid.web.rest.problem.ProblemTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The exceptions of API keys. */
@ApplicationScoped
public class ApiKeyProblems implements ProblemSource {

    @Override
    public void addTo(ProblemTable table) {
        table.add(ApiKeyRefusedException.class, ProblemCode.API_KEY_REFUSED)
                .add(ApiKeyNotFoundException.class, ProblemCode.API_KEY_NOT_FOUND)
                .add(ApiKeyInvalidException.class, ProblemCode.API_KEY_INVALID, ApiKeyProblems::findings);
    }

    private static List<Finding> findings(ApiKeyInvalidException invalid) {
        return invalid.findings().stream()
                .map(finding -> Finding.of(finding.code(), finding.field(), finding.message()))
                .toList();
    }
}
