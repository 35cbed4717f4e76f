package energy.optibid.web.rest.sso;

import energy.optibid.identity.IdentityProviderNeededException;
import energy.optibid.identity.IdentityProviderNotFoundException;
import energy.optibid.identity.IdentityProviderRefusedException;
import energy.optibid.identity.SingleSignOnUnavailableException;
import energy.optibid.identity.SingleSignOnUnknownException;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import energy.optibid.web.rest.problem.ProblemSource;
import energy.optibid.web.rest.problem.ProblemTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;

/** The exceptions of single sign-on. */
@ApplicationScoped
public class SingleSignOnProblems implements ProblemSource {
    private static final String RETRY_AFTER_SECONDS = "10";

    @Override
    public void addTo(ProblemTable table) {
        table.add(IdentityProviderNotFoundException.class, ProblemCode.IDENTITY_PROVIDER_NOT_FOUND)
                .add(
                        IdentityProviderNeededException.class,
                        ProblemCode.IDENTITY_PROVIDER_NEEDED,
                        SingleSignOnProblems::switches)
                .add(
                        IdentityProviderRefusedException.class,
                        ProblemCode.IDENTITY_PROVIDER_REFUSED,
                        SingleSignOnProblems::findings)
                .add(SingleSignOnUnknownException.class, ProblemCode.SINGLE_SIGN_ON_UNKNOWN)
                .addProblem(SingleSignOnUnavailableException.class, SingleSignOnProblems::unavailable);
    }

    private static List<Finding> switches(IdentityProviderNeededException needed) {
        return needed.switches().stream()
                .map(field -> Finding.of(
                        "allows-no-password", field, "The policy of the organisation lets nobody in with a password"))
                .toList();
    }

    private static List<Finding> findings(IdentityProviderRefusedException refused) {
        return refused.findings().stream()
                .map(wrong -> wrong.value().isEmpty()
                        ? Finding.of(wrong.code(), wrong.field(), wrong.message())
                        : Finding.of(wrong.code(), wrong.field(), wrong.message(), wrong.value()))
                .toList();
    }

    private static ProblemException unavailable(SingleSignOnUnavailableException failure) {
        return new ProblemException(
                ProblemCode.SINGLE_SIGN_ON_UNAVAILABLE,
                ProblemCode.SINGLE_SIGN_ON_UNAVAILABLE.title(),
                List.of(),
                Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
    }
}
