package energy.optibid.web.rest.assets;

import energy.optibid.identity.Role;
import energy.optibid.platform.Actor;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The parameter {@code includeDeleted}. */
final class Deleted {

    private Deleted() {}

    /** @throws ProblemException 403 where somebody else than an administrator asks for what is deleted */
    static boolean asked(Actor actor, @Nullable Boolean includeDeleted) {
        boolean asked = Boolean.TRUE.equals(includeDeleted);
        if (asked && !actor.hasRole(Role.ADMINISTRATOR)) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "includeDeleted is for administrators");
        }
        return asked;
    }
}
