package energy.optibid.identity;

import energy.optibid.identity.internal.Credentials;
import energy.optibid.identity.internal.Passwords;
import energy.optibid.identity.internal.UserDirectory;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.platform.Origin;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Log-in with address and password. */
@Stateless
@OrganisationBound
public class Access {
    /** The claim of an access token that says whose data the user may see. */
    public static final String ORGANISATION_CLAIM = "organisation_id";

    @Inject
    UserDirectory users;

    @Inject
    Passwords passwords;

    @Inject
    Sessions sessions;

    /**
     * Gives an access token for an address and its password. An unknown address takes as long as a wrong password and
     * is refused in the same words. Holds no database connection while the password is checked.
     *
     * @param email in any case, blanks around it are ignored
     * @throws LogInRefusedException where they do not belong together or the account is closed
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public GrantedAccess login(String email, String password, Origin origin) {
        Optional<Credentials> found =
                users.credentials(email.strip().toLowerCase(Locale.ROOT)).filter(Credentials::active);
        boolean matches = passwords.matches(password, found.flatMap(Credentials::passwordHash));
        Credentials credentials = found.filter(user -> matches).orElseThrow(LogInRefusedException::new);
        return sessions.start(credentials.account(), LogInMethod.PASSWORD, origin);
    }

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
