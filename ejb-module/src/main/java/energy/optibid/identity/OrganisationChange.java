package energy.optibid.identity;

import java.util.Optional;
import java.util.Set;

/**
 * What is to be changed of an organisation; what is absent stays. See {@link OrganisationPolicy} for the last three.
 *
 * @param status {@code ACTIVE} or {@code SUSPENDED}, by an operator only
 */
public record OrganisationChange(
        Optional<String> name,
        Optional<OrganisationStatus> status,
        Optional<Boolean> passwordLogIn,
        Optional<Boolean> singleSignOnRequired,
        Optional<Set<String>> secondFactorRoles) {

    /** The policy after the change. */
    public OrganisationPolicy policy(OrganisationPolicy before) {
        return new OrganisationPolicy(
                passwordLogIn.orElse(before.passwordLogIn()),
                singleSignOnRequired.orElse(before.singleSignOnRequired()),
                secondFactorRoles.orElse(before.secondFactorRoles()));
    }
}
