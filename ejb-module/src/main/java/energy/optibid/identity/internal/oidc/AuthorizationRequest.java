package energy.optibid.identity.internal.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.util.Base64URL;
import energy.optibid.identity.IdentityProvider;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where a browser is sent to log in (OpenID Connect Core 1.0, section 3.1.2.1; RFC 7636). */
public final class AuthorizationRequest {

    private AuthorizationRequest() {}

    /** @param email what the user typed, as a hint; absent where nothing was */
    public static String url(
            ProviderMetadata metadata,
            IdentityProvider provider,
            PendingLogIns.NewLogIn logIn,
            String redirectUri,
            Optional<String> email) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", provider.clientId());
        query.put("redirect_uri", redirectUri);
        query.put("scope", String.join(" ", provider.scopes()));
        query.put("state", logIn.state().text());
        query.put("nonce", logIn.nonce());
        query.put("code_challenge", challenge(logIn.verifier()));
        query.put("code_challenge_method", "S256");
        email.ifPresent(address -> query.put("login_hint", address));
        String endpoint = metadata.authorization().toString();
        return endpoint + (endpoint.indexOf('?') < 0 ? "?" : "&") + ProviderHttp.encoded(query);
    }

    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64URL.encode(hash).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no SHA-256", e);
        }
    }
}
