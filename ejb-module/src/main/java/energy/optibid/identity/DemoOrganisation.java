package energy.optibid.identity;

import energy.optibid.identity.internal.UserDirectory;
import energy.optibid.platform.Actor;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;

/** The organisation that exists in development only, for the seeds of other features. */
@Stateless
public class DemoOrganisation {
    /** The log-in name of its administrator. */
    public static final String ADMINISTRATOR_EMAIL = "admin@demo.optibid";

    @Inject
    UserDirectory users;

    /**
     * Its administrator, to act as while seeding.
     *
     * @throws IllegalStateException before identity's seed, and in production
     */
    public Actor administrator() {
        UserAccount account = users.credentials(ADMINISTRATOR_EMAIL)
                .orElseThrow(() -> new IllegalStateException("The demo organisation is not seeded"))
                .account();
        return new Actor(account.id(), account.organisation().id(), Set.copyOf(account.roles()));
    }
}
