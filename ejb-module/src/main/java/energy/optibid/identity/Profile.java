package energy.optibid.identity;

import energy.optibid.identity.internal.AccountJson;
import energy.optibid.identity.internal.AccountRules;
import energy.optibid.identity.internal.AccountTable;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** What users see and change of themselves. */
@Stateless
@OrganisationBound
public class Profile {

    @Inject
    AccountTable accounts;

    @Inject
    AuditTrail auditTrail;

    /**
     * The account behind a token.
     *
     * @throws UserGoneException where it was removed or closed since the token was given
     */
    public UserAccount read(Actor actor) {
        return accounts.find(actor.organisationId(), actor.userId())
                .filter(UserAccount::isActive)
                .orElseThrow(() -> new UserGoneException(actor.userId()));
    }

    /**
     * Changes the name that others see.
     *
     * @throws AccountRefusedException where it is malformed
     */
    public UserAccount rename(Actor actor, String displayName) {
        new AccountRules().name("displayName", displayName).check();
        UserAccount before = read(actor);
        UserAccount after = accounts.rename(before, displayName);
        auditTrail.record(
                actor,
                "user.rename",
                "user",
                actor.userId().toString(),
                Optional.of(AccountJson.of(before)),
                Optional.of(AccountJson.of(after)));
        return after;
    }
}
