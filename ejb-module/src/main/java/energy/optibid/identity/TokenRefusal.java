package energy.optibid.identity;

import java.util.Locale;

/** Why an access token is not accepted. Told to the operator by a metric, and to the caller never. */
public enum TokenRefusal {
    /** No token was sent where one is needed. */
    MISSING,
    /** More than one Authorization header. */
    AMBIGUOUS,
    TOO_LARGE,
    /** Not three parts in base64url, or not JSON, or a name twice. */
    MALFORMED,
    /** The header holds more than algorithm, type and key: a key of its own, an address of one, an extension. */
    HEADER,
    /** Another algorithm than ES256, or none. */
    ALGORITHM,
    /** Another kind of JWT. */
    TYPE,
    /** No key is named, or one that is not, or no longer, ours. */
    UNKNOWN_KEY,
    SIGNATURE,
    ISSUER,
    AUDIENCE,
    EXPIRED,
    NOT_YET_VALID,
    /** Signed by us, and yet without what every token of ours has. */
    CLAIMS,
    /** The session or the API key that it was given to was ended. */
    ENDED;

    /** As it stands in the metric, for example {@code unknown-key}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
