package energy.optibid.web.rest.organisations;

import energy.optibid.identity.OrganisationDetails;
import energy.optibid.identity.OrganisationPolicy;
import energy.optibid.identity.OrganisationStatus;
import java.util.HashSet;
import java.util.List;

/**
 * What can be changed of an organisation.
 *
 * @param status is changed to active or suspended; for operators
 * @param passwordLogIn whether address and password may be used at all
 * @param singleSignOnRequired whether only the organisation's identity provider may be used
 * @param secondFactorRoles the roles whose holders need a second factor besides the password, all of them
 */
public record OrganisationDetailsJson(
        String name,
        OrganisationStatus status,
        boolean passwordLogIn,
        boolean singleSignOnRequired,
        List<String> secondFactorRoles) {
    static OrganisationDetailsJson of(OrganisationDetails organisation) {
        OrganisationPolicy policy = organisation.policy();
        return new OrganisationDetailsJson(
                organisation.name(),
                organisation.status(),
                policy.passwordLogIn(),
                policy.singleSignOnRequired(),
                policy.secondFactorRoles().stream().sorted().toList());
    }

    OrganisationDetails details() {
        return new OrganisationDetails(
                name,
                status,
                new OrganisationPolicy(passwordLogIn, singleSignOnRequired, new HashSet<>(secondFactorRoles)));
    }
}
