package energy.optibid.identity.internal.oidc;

import energy.optibid.identity.SingleSignOnRefusal;
import energy.optibid.identity.UserAccount;
import java.util.Optional;
import java.util.UUID;

/** Which account a verified ID token opens, if any. */
public sealed interface AccountDecision {

    /** @param rolesChanged whether the sessions of before are of other roles, and have to end */
    record Entered(UserAccount account, boolean rolesChanged) implements AccountDecision {}

    /**
     * None.
     *
     * @param detail for the audit trail
     * @param stripped the user whose roles the provider has taken away, and whose sessions have to end
     */
    record Refused(SingleSignOnRefusal reason, String detail, Optional<UUID> stripped) implements AccountDecision {

        Refused(SingleSignOnRefusal reason, String detail) {
            this(reason, detail, Optional.empty());
        }
    }
}
