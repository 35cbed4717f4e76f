package energy.optibid.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where the ENTSO-E Transparency Platform is, who asks it, how often, and how long it may take.
 *
 * @param uri of its REST interface; https, in development also http
 * @param token who asks; part of each request's address, which is therefore never told
 * @param requestsPerMinute of this node at the most
 * @param probeInterval pause between two looks whether it answers
 * @param timeout of one request, from its begin to the end of the answer
 */
public record EntsoeSettings(URI uri, String token, int requestsPerMinute, Duration probeInterval, Duration timeout) {
    private static final String URI_KEY = "optibid.entsoe.url";
    private static final String TOKEN_KEY = "optibid.entsoe.token";

    /** The platform shuts out for ten minutes who asks more often; several nodes and programs may share a token. */
    private static final int PLATFORM_ALLOWS = 400;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9-]{8,100}");

    /** @throws InvalidSettingException for the first setting that is not understood or not safe */
    public static EntsoeSettings of(Settings settings, Environment environment) {
        return new EntsoeSettings(
                uri(settings.text(URI_KEY).orElse(""), environment),
                token(settings.text(TOKEN_KEY).orElse("")),
                settings.number("optibid.entsoe.requests-per-minute", 1, PLATFORM_ALLOWS),
                settings.duration("optibid.entsoe.probe-interval"),
                settings.duration("optibid.entsoe.timeout"));
    }

    /** The address, without the token. */
    public String masked() {
        return uri + " with a token";
    }

    /** Without the token. */
    @Override
    public String toString() {
        return masked();
    }

    private static URI uri(String value, Environment environment) {
        // An address with a password or a token in it is refused, and must not be repeated.
        String shown = value.replaceAll("//.*@", "//****@").replaceAll("\\?.*", "?****");
        String allowed = environment.isDevelopment()
                ? "https://host/path or http://host:port/path, without user and query"
                : "https://host/path, without user and query: the token is part of each request";
        try {
            URI uri = new URI(value);
            boolean schemeFits =
                    "https".equals(uri.getScheme()) || (environment.isDevelopment() && "http".equals(uri.getScheme()));
            if (!schemeFits
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getQuery() != null
                    || uri.getFragment() != null) {
                throw new InvalidSettingException(URI_KEY, shown, allowed);
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new InvalidSettingException(URI_KEY, shown, allowed);
        }
    }

    private static String token(String value) {
        if (!TOKEN.matcher(value).matches()) {
            throw new InvalidSettingException(
                    TOKEN_KEY,
                    value.isEmpty() ? "" : "****",
                    "the security token of an account at the Transparency Platform, 8 to 100 letters, digits and hyphens,"
                            + " since ENABLE_ENTSOE is true");
        }
        return value;
    }
}
