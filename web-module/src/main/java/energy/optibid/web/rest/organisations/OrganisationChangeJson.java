package energy.optibid.web.rest.organisations;

import energy.optibid.identity.OrganisationChange;
import energy.optibid.identity.OrganisationStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What is to be changed of an organisation; what is absent stays.
 *
 * @param status active or suspended; for operators
 * @param passwordLogIn whether address and password may be used at all
 * @param singleSignOnRequired whether only the organisation's identity provider may be used
 * @param secondFactorRoles the roles whose holders need a second factor besides the password, all of them
 */
public record OrganisationChangeJson(
        Optional<String> name,
        Optional<OrganisationStatus> status,
        Optional<Boolean> passwordLogIn,
        Optional<Boolean> singleSignOnRequired,
        Optional<List<String>> secondFactorRoles) {
    OrganisationChange change() {
        return new OrganisationChange(
                name, status, passwordLogIn, singleSignOnRequired, secondFactorRoles.map(HashSet::new));
    }
}
