package energy.optibid.identity;

import energy.optibid.identity.internal.AccountJson;
import energy.optibid.identity.internal.AddressBook;
import energy.optibid.identity.internal.NewUser;
import energy.optibid.identity.internal.Passwords;
import energy.optibid.identity.internal.UserDirectory;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Environment;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Organisations and users for systems that are tested, all with a password that everybody can read: in development only.
 * An OptiBid in production does not start on a database in which one of them can log in.
 */
@Stateless
public class SampleAccounts {
    /** The password of all of them, and of the users of the demo. */
    public static final String PASSWORD = "optibid-demo-2026";

    /** The organisations, in the order in which they are added. */
    public static final List<String> ORGANISATIONS = List.of("Harbour Power", "Lowland Energy", "Mountain Hydro");

    /** A user of each role in each organisation, and one operator of the platform in the first. */
    public static final List<SampleUser> USERS = ORGANISATIONS.stream()
            .flatMap(organisation -> Role.ALL.stream()
                    .filter(role -> !role.equals(Role.OPERATOR) || organisation.equals(ORGANISATIONS.get(0)))
                    .map(role -> user(organisation, role)))
            .toList();

    @Inject
    UserDirectory users;

    @Inject
    AddressBook addresses;

    @Inject
    Passwords passwords;

    @Inject
    AuditTrail auditTrail;

    @Inject
    Environment environment;

    private static SampleUser user(String organisation, String role) {
        String domain = organisation.substring(0, organisation.indexOf(' ')).toLowerCase(Locale.ROOT);
        String title = role.substring(0, 1).toUpperCase(Locale.ROOT) + role.substring(1);
        return new SampleUser(
                organisation, role + "@" + domain + ".optibid", title + " of " + organisation, Set.of(role));
    }

    /**
     * Adds a user, and the organisation where it is not there; does nothing where the address is known.
     *
     * @return whether the user was added
     * @throws IllegalStateException in production
     */
    public boolean add(SampleUser user) {
        if (!environment.isDevelopment()) {
            throw new IllegalStateException("Sample users are for development: everybody knows their password");
        }
        if (users.find(user.email()).isPresent()) {
            return false;
        }
        boolean known = addresses.hasOrganisation(user.organisation());
        UUID organisationId = users.organisation(user.organisation());
        users.addUser(
                organisationId, new NewUser(user.email(), user.displayName(), user.roles()), passwords.hash(PASSWORD));
        UserAccount added = account(user);
        Actor system = Actor.systemOf(organisationId);
        if (!known) {
            record(system, "organisation", organisationId, AccountJson.of(added.organisation()));
        }
        record(system, "user", added.id(), AccountJson.of(added));
        return true;
    }

    /**
     * The user, to act as.
     *
     * @throws IllegalStateException where the user was not added, or belongs to another organisation
     */
    public Actor actor(SampleUser user) {
        UserAccount account = account(user);
        if (!account.organisation().name().equals(user.organisation())) {
            throw new IllegalStateException(
                    user.email() + " belongs to " + account.organisation().name() + ", not to " + user.organisation());
        }
        return new Actor(account.id(), account.organisation().id(), Set.copyOf(account.roles()));
    }

    private UserAccount account(SampleUser user) {
        return users.credentials(user.email())
                .orElseThrow(() -> new IllegalStateException(user.email() + " is not there"))
                .account();
    }

    private void record(Actor actor, String what, UUID id, String json) {
        auditTrail.record(actor, what + ".create", what, id.toString(), Optional.empty(), Optional.of(json));
    }
}
