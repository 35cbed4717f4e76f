package energy.optibid.identity.internal.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/** What a provider answered; the body may hold tokens and belongs into no log. */
record ProviderReply(URI address, int status, String body) {

    /**
     * The body of a good answer.
     *
     * @throws ProviderFailedException where the status is not 200 or the body is no JSON object
     */
    Map<String, Object> object() {
        if (status != 200) {
            throw new ProviderFailedException(complaint());
        }
        return parsed().orElseThrow(() -> new ProviderFailedException(address + " does not answer with a JSON object"));
    }

    /** Whether the provider has understood the request and says no. */
    boolean isRefusal() {
        return status == 400 || status == 401 || status == 403;
    }

    /** That it is no good answer, with its error code; nothing of the body besides. */
    String complaint() {
        return address + " answers with status " + status + errorCode();
    }

    private Optional<Map<String, Object>> parsed() {
        try {
            return Optional.of(JSONObjectUtils.parse(body));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** The error of OAuth 2.0 where it is one of the registered form, such as invalid_grant. */
    private String errorCode() {
        return parsed().map(object -> String.valueOf(object.get("error")))
                .filter(code -> code.matches("[a-z]+(_[a-z]+)+"))
                .map(code -> ", " + code)
                .orElse("");
    }

    @Override
    public String toString() {
        return "ProviderReply[" + address + ", " + status + "]";
    }
}
