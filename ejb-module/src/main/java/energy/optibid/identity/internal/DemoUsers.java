package energy.optibid.identity.internal;

import energy.optibid.identity.DemoOrganisation;
import energy.optibid.identity.Role;
import energy.optibid.identity.SampleAccounts;
import energy.optibid.platform.DevelopmentSeed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The organisation "Demo Energy" and its five users, all with the same password; in development only. */
@Stateless
public class DemoUsers implements DevelopmentSeed {
    private static final int ORDER = 10;
    private static final List<NewUser> USERS = List.of(
            new NewUser(DemoOrganisation.ADMINISTRATOR_EMAIL, "Ada Admin", Set.of(Role.ADMINISTRATOR, Role.OPERATOR)),
            new NewUser("analyst@demo.optibid", "Ana Analyst", Set.of(Role.ANALYST)),
            new NewUser("approver@demo.optibid", "Abel Approver", Set.of(Role.APPROVER)),
            new NewUser("trader@demo.optibid", "Toni Trader", Set.of(Role.TRADER)),
            new NewUser("viewer@demo.optibid", "Vera Viewer", Set.of(Role.VIEWER)));

    /** The log-in names of all. */
    static List<String> emails() {
        return USERS.stream().map(NewUser::email).toList();
    }

    @Inject
    UserDirectory users;

    @Inject
    Passwords passwords;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void seed() {
        UUID organisationId = users.organisation("Demo Energy");
        for (NewUser user : USERS) {
            if (users.find(user.email()).isEmpty()) {
                users.addUser(organisationId, user, passwords.hash(SampleAccounts.PASSWORD));
            }
        }
    }
}
