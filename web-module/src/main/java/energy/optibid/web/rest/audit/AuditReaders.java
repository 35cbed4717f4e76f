package energy.optibid.web.rest.audit;

import energy.optibid.identity.Role;
import energy.optibid.platform.Actor;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import java.util.Optional;

/** Who may read which audit trail: administrators their organisation's, operators the platform's. */
final class AuditReaders {

    private AuditReaders() {}

    /**
     * The caller, in the organisation whose entries are asked for.
     *
     * @param wanted unless given, the organisation's for an administrator, else the platform's
     * @throws ProblemException 403 where the roles do not allow it
     */
    static Actor reader(Actor caller, Optional<AuditScope> wanted) {
        boolean administrator = caller.hasRole(Role.ADMINISTRATOR);
        AuditScope scope = wanted.orElse(administrator ? AuditScope.ORGANISATION : AuditScope.PLATFORM);
        if (scope == AuditScope.PLATFORM && caller.hasRole(Role.OPERATOR)) {
            return new Actor(caller.userId(), Actor.PLATFORM, caller.roles(), caller.origin());
        }
        if (scope == AuditScope.ORGANISATION && administrator) {
            return caller;
        }
        throw new ProblemException(ProblemCode.FORBIDDEN);
    }
}
