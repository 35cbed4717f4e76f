package energy.optibid.identity.internal.oidc;

import energy.optibid.identity.IdentityProvider;
import jakarta.json.Json;
import java.util.Map;
import java.util.TreeMap;

/** An identity provider as the audit trail notes it: as in the API, all but the client's secret. */
final class ProviderJson {

    private ProviderJson() {}

    static String text(IdentityProvider provider) {
        Map<String, Object> mapping = new TreeMap<>(provider.roleMapping());
        return Json.createObjectBuilder()
                .add("issuer", provider.issuer())
                .add("clientId", provider.clientId())
                .add("scopes", Json.createArrayBuilder(provider.scopes()))
                .add("groupsClaim", provider.groupsClaim())
                .add("roleMapping", Json.createObjectBuilder(mapping))
                .add("emailDomains", Json.createArrayBuilder(provider.emailDomains()))
                .add("createUsers", provider.createUsers())
                .add("version", provider.version())
                .build()
                .toString();
    }
}
