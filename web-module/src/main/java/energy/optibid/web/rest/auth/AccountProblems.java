package energy.optibid.web.rest.auth;

import energy.optibid.identity.AccountRefusedException;
import energy.optibid.identity.LastAdministratorException;
import energy.optibid.identity.LinkRefusedException;
import energy.optibid.identity.NotInvitedException;
import energy.optibid.identity.OrganisationNotFoundException;
import energy.optibid.identity.OwnOrganisationException;
import energy.optibid.identity.RegistrationClosedException;
import energy.optibid.identity.RoleNotGrantableException;
import energy.optibid.identity.UserNotFoundException;
import energy.optibid.identity.WrongPasswordException;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemSource;
import energy.optibid.web.rest.problem.ProblemTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The exceptions of accounts and organisations. */
@ApplicationScoped
public class AccountProblems implements ProblemSource {

    @Override
    public void addTo(ProblemTable table) {
        table.add(AccountRefusedException.class, ProblemCode.ACCOUNT_REFUSED, AccountProblems::findings)
                .add(LastAdministratorException.class, ProblemCode.LAST_ADMINISTRATOR)
                .add(LinkRefusedException.class, ProblemCode.LINK_REFUSED)
                .add(NotInvitedException.class, ProblemCode.NOT_INVITED)
                .add(OrganisationNotFoundException.class, ProblemCode.ORGANISATION_NOT_FOUND)
                .add(OwnOrganisationException.class, ProblemCode.OWN_ORGANISATION)
                .add(RegistrationClosedException.class, ProblemCode.REGISTRATION_CLOSED)
                .add(RoleNotGrantableException.class, ProblemCode.ROLE_NOT_GRANTABLE)
                .add(UserNotFoundException.class, ProblemCode.USER_NOT_FOUND)
                .add(WrongPasswordException.class, ProblemCode.WRONG_PASSWORD);
    }

    private static List<Finding> findings(AccountRefusedException refused) {
        return refused.findings().stream()
                .map(broken -> Finding.of(broken.code(), broken.field(), broken.message(), broken.value()))
                .toList();
    }
}
