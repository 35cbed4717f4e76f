package energy.optibid.web.rest.organisations;

import energy.optibid.identity.Organisation;
import energy.optibid.identity.OrganisationStatus;
import energy.optibid.web.rest.VersionedJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An organisation.
 *
 * @param passwordLogIn whether address and password may be used at all
 * @param singleSignOnRequired whether only the organisation's identity provider may be used
 * @param secondFactorRoles the roles whose holders need a second factor besides the password
 */
public record OrganisationJson(
        UUID id,
        String name,
        OrganisationStatus status,
        boolean passwordLogIn,
        boolean singleSignOnRequired,
        List<String> secondFactorRoles,
        int version,
        Instant createdAt)
        implements VersionedJson {
    static OrganisationJson of(Organisation organisation) {
        return new OrganisationJson(
                organisation.id(),
                organisation.name(),
                organisation.status(),
                organisation.policy().passwordLogIn(),
                organisation.policy().singleSignOnRequired(),
                organisation.policy().secondFactorRoles().stream().sorted().toList(),
                organisation.version(),
                organisation.createdAt());
    }
}
