package energy.optibid.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an administrator says of the organisation's identity provider; see {@link IdentityProvider}.
 *
 * @param clientSecret absent to keep the one that is stored, which goes for the same issuer and client only
 */
public record IdentityProviderSettings(
        String issuer,
        String clientId,
        Optional<String> clientSecret,
        List<String> scopes,
        String groupsClaim,
        Map<String, String> roleMapping,
        List<String> emailDomains,
        boolean createUsers) {
    public IdentityProviderSettings {
        scopes = List.copyOf(scopes);
        roleMapping = Map.copyOf(roleMapping);
        emailDomains = List.copyOf(emailDomains);
    }

    @Override
    public String toString() {
        return "IdentityProviderSettings[" + issuer + ", " + clientId + "]";
    }
}
