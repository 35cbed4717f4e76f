package energy.optibid.identity;

import java.util.Set;

/**
 * What an organisation asks of those who log in.
 *
 * @param passwordLogIn whether address and password may be used at all
 * @param singleSignOnRequired whether only the organisation's identity provider may be used
 * @param secondFactorRoles codes of the roles whose holders need a second factor besides the password
 */
public record OrganisationPolicy(boolean passwordLogIn, boolean singleSignOnRequired, Set<String> secondFactorRoles) {

    /** What holds unless an organisation says otherwise. */
    public static final OrganisationPolicy NONE = new OrganisationPolicy(true, false, Set.of());

    public OrganisationPolicy {
        secondFactorRoles = Set.copyOf(secondFactorRoles);
    }

    /** Whether a password is of any use. */
    public boolean allowsPassword() {
        return passwordLogIn && !singleSignOnRequired;
    }

    /** Whether a user with these roles needs a second factor. */
    public boolean needsSecondFactor(Iterable<String> roles) {
        for (String role : roles) {
            if (secondFactorRoles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
