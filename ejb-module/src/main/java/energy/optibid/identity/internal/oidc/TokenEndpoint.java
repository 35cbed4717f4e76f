package energy.optibid.identity.internal.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import energy.optibid.identity.IdentityProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Exchanges authorization codes for tokens (RFC 6749, section 4.1.3; RFC 7636). */
@ApplicationScoped
public class TokenEndpoint {

    @Inject
    ProviderHttp http;

    /**
     * The tokens for a code.
     *
     * @throws CodeRefusedByProviderException where the provider says that code, verifier or secret is not good
     * @throws ProviderFailedException where it gives none for another reason
     */
    public ExchangedTokens exchange(
            ProviderMetadata metadata, IdentityProvider provider, String secret, CodeAnswer answer) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", answer.code());
        form.put("redirect_uri", answer.redirectUri());
        form.put("code_verifier", answer.verifier());
        Optional<String> header = Optional.empty();
        if (metadata.secretInBody()) {
            form.put("client_id", provider.clientId());
            form.put("client_secret", secret);
        } else {
            header = Optional.of(basic(provider.clientId(), secret));
        }
        ProviderReply answered = http.post(metadata.token(), form, header);
        if (answered.isRefusal()) {
            throw new CodeRefusedByProviderException(answered.complaint());
        }
        Map<String, Object> reply = answered.object();
        return new ExchangedTokens(text(metadata, reply, "id_token"), text(metadata, reply, "access_token"));
    }

    /** Both parts are encoded as in a form before they are joined (RFC 6749, section 2.3.1). */
    private static String basic(String clientId, String secret) {
        String both = URLEncoder.encode(clientId, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
    }

    private static String text(ProviderMetadata metadata, Map<String, Object> reply, String name) {
        if (reply.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new ProviderFailedException(metadata.token() + " gives no " + name);
    }

    /**
     * A code and what proves that it was asked for here.
     *
     * @param redirectUri as in the authorization request
     * @param verifier of PKCE
     */
    public record CodeAnswer(String code, String redirectUri, String verifier) {
        @Override
        public String toString() {
            return "CodeAnswer[…]";
        }
    }
}
