package energy.optibid.web.rest.sso;

import energy.optibid.identity.IdentityProviderSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An identity provider to be stored.
 *
 * @param clientSecret keeps the stored one unless given; goes for the same issuer and client only
 * @param scopes openid, email and profile unless given
 * @param groupsClaim groups unless given
 * @param createUsers false unless given
 */
public record NewIdentityProviderJson(
        String issuer,
        String clientId,
        Optional<String> clientSecret,
        Optional<List<String>> scopes,
        Optional<String> groupsClaim,
        Map<String, String> roleMapping,
        List<String> emailDomains,
        Optional<Boolean> createUsers) {
    private static final List<String> SCOPES = List.of("openid", "email", "profile");

    IdentityProviderSettings settings() {
        return new IdentityProviderSettings(
                issuer,
                clientId,
                clientSecret,
                scopes.orElse(SCOPES),
                groupsClaim.orElse("groups"),
                roleMapping,
                emailDomains,
                createUsers.orElse(false));
    }

    @Override
    public String toString() {
        return "NewIdentityProviderJson[" + issuer + ", " + clientId + "]";
    }
}
