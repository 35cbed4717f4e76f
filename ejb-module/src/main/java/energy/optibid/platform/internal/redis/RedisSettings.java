package energy.optibid.platform.internal.redis;

import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;

/**
 * Where Redis is and how long it may take.
 *
 * @param connectTimeout of the first attempt
 * @param timeout of connecting, reading and writing in any later one
 */
public record RedisSettings(URI uri, Duration connectTimeout, Duration timeout) {
    private static final String URI_KEY = "optibid.redis.uri";
    private static final String ALLOWED = "redis://[[user]:password@]host[:port][/database], or rediss:// for TLS";
    private static final Set<String> SCHEMES = Set.of("redis", "rediss");

    /** @throws InvalidSettingException for an address or a length of time that is not understood */
    public static RedisSettings of(Settings settings) {
        return new RedisSettings(
                uri(settings.text(URI_KEY).orElse("")),
                settings.duration("optibid.redis.connect-timeout"),
                settings.duration("optibid.redis.timeout"));
    }

    /** The address without user and password. */
    public String masked() {
        return masked(uri.toString());
    }

    private static URI uri(String value) {
        try {
            URI uri = new URI(value);
            String path = uri.getPath() == null ? "" : uri.getPath();
            if (uri.getScheme() == null
                    || !SCHEMES.contains(uri.getScheme())
                    || uri.getHost() == null
                    || !path.matches("(/[0-9]{0,4})?")) {
                throw new InvalidSettingException(URI_KEY, masked(value), ALLOWED);
            }
            return uri.getPort() < 0 ? withDefaultPort(uri) : uri;
        } catch (URISyntaxException e) {
            // Without the cause, whose message repeats the password.
            throw new InvalidSettingException(URI_KEY, masked(value), ALLOWED);
        }
    }

    private static URI withDefaultPort(URI uri) throws URISyntaxException {
        return new URI(uri.getScheme(), uri.getUserInfo(), uri.getHost(), 6379, uri.getPath(), uri.getQuery(), null);
    }

    private static String masked(String address) {
        return address.replaceAll("//.*@", "//****@");
    }
}
