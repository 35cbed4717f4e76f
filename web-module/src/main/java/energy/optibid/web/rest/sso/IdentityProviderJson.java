package energy.optibid.web.rest.sso;

import energy.optibid.identity.IdentityProvider;
import energy.optibid.web.rest.VersionedJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The identity provider of an organisation, without the client's secret. */
public record IdentityProviderJson(
        String issuer,
        String clientId,
        List<String> scopes,
        String groupsClaim,
        Map<String, String> roleMapping,
        List<String> emailDomains,
        boolean createUsers,
        int version,
        Instant changedAt)
        implements VersionedJson {
    static IdentityProviderJson of(IdentityProvider provider) {
        return new IdentityProviderJson(
                provider.issuer(),
                provider.clientId(),
                provider.scopes(),
                provider.groupsClaim(),
                new TreeMap<>(provider.roleMapping()),
                provider.emailDomains(),
                provider.createUsers(),
                provider.version(),
                provider.changedAt());
    }
}
