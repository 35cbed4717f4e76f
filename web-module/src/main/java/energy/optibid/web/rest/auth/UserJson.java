package energy.optibid.web.rest.auth;

import energy.optibid.identity.UserAccount;
import java.util.List;
import java.util.UUID;

/** A user. */
public record UserJson(
        UUID id, String email, String displayName, UserOrganisationJson organisation, List<String> roles) {
    static UserJson of(UserAccount account) {
        return new UserJson(
                account.id(),
                account.email(),
                account.displayName(),
                new UserOrganisationJson(
                        account.organisation().id(), account.organisation().name()),
                account.roles());
    }

    /** The organisation that a user belongs to. */
    public record UserOrganisationJson(UUID id, String name) {}
}
