package energy.optibid.identity;

import energy.optibid.identity.internal.Credentials;
import energy.optibid.identity.internal.UserDirectory;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Who is logged in. */
@Stateless
@OrganisationBound
public class Access {
    /** The claim of an access token that says whose data the user may see. */
    public static final String ORGANISATION_CLAIM = "organisation_id";

    @Inject
    UserDirectory users;

    /**
     * The account behind a token.
     *
     * @throws UserGoneException where it was removed or closed since the token was given
     */
    public UserAccount account(Actor actor) {
        return users.credentials(actor.userId())
                .filter(Credentials::active)
                .map(Credentials::account)
                .orElseThrow(() -> new UserGoneException(actor.userId()));
    }
}
