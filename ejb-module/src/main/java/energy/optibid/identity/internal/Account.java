package energy.optibid.identity.internal;

import energy.optibid.identity.UserAccount;
import java.util.UUID;

/** Whose rows are meant. */
public record Account(UUID organisationId, UUID userId) {
    public static Account of(UserAccount user) {
        return new Account(user.organisation().id(), user.id());
    }
}
