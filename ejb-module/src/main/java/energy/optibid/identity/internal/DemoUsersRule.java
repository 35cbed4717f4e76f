package energy.optibid.identity.internal;

import energy.optibid.platform.ProductionRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Nobody in production may have the password that stands in the manual. */
@ApplicationScoped
public class DemoUsersRule implements ProductionRule {

    @Inject
    UserDirectory users;

    @Override
    public List<String> violations() {
        return DemoUsers.emails().stream()
                .filter(email ->
                        users.credentials(email).filter(Credentials::active).isPresent())
                .map(email -> "the demo user " + email
                        + " can log in: use a database that was never a development's, or close that account")
                .toList();
    }
}
