package energy.optibid.identity.internal;

import energy.optibid.identity.SampleAccounts;
import energy.optibid.identity.SampleUser;
import energy.optibid.platform.ProductionRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Nobody in production may have the password that stands in the manual. */
@ApplicationScoped
public class DemoUsersRule implements ProductionRule {

    @Inject
    UserDirectory users;

    @Override
    public List<String> violations() {
        Stream<String> sample = SampleAccounts.USERS.stream().map(SampleUser::email);
        return Stream.concat(DemoUsers.emails().stream(), sample)
                .filter(email ->
                        users.credentials(email).filter(Credentials::active).isPresent())
                .map(email -> "the demo user " + email
                        + " can log in: use a database that was never a development's, or close that account")
                .toList();
    }
}
