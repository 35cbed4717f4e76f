package energy.optibid.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where the people of an organisation log in besides OptiBid, without the client's secret, which nobody reads again.
 *
 * @param issuer of its ID tokens, exactly as they name it
 * @param scopes that a log-in asks for
 * @param groupsClaim the claim of the ID token with the user's groups; a path with dots looks into objects
 * @param roleMapping code of the role that each group gives; a group that is not here gives none
 * @param emailDomains in lower case; an address of one is sent to this provider, and may be linked to an account by it
 * @param createUsers whether a log-in makes the account that is not there yet
 * @param version counts the changes, from 0
 */
public record IdentityProvider(
        UUID organisationId,
        String issuer,
        String clientId,
        List<String> scopes,
        String groupsClaim,
        Map<String, String> roleMapping,
        List<String> emailDomains,
        boolean createUsers,
        int version,
        Instant changedAt) {
    public IdentityProvider {
        scopes = List.copyOf(scopes);
        roleMapping = Map.copyOf(roleMapping);
        emailDomains = List.copyOf(emailDomains);
    }
}
