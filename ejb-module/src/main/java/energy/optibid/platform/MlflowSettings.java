package energy.optibid.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where MLflow is, what is shown to it, and how long it may take.
 *
 * @param uri without a slash at its end; https for TLS, which the JDK verifies
 * @param token sent as bearer token; absent where MLflow asks for none
 * @param prefix what the names of experiments and registered models begin with
 * @param connectTimeout of the first attempt
 * @param timeout of any later one
 * @param uploadTimeout of one call of an upload
 */
public record MlflowSettings(
        URI uri,
        Optional<String> token,
        String prefix,
        Duration connectTimeout,
        Duration timeout,
        Duration uploadTimeout) {
    private static final String URI_KEY = "optibid.mlflow.url";
    private static final String TOKEN_KEY = "optibid.mlflow.token";
    private static final String PREFIX_KEY = "optibid.mlflow.experiment-prefix";
    private static final String UPLOAD_KEY = "optibid.mlflow.upload-timeout";
    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(5);
    private static final String ALLOWED = "http://host:port, or https://host:port for TLS, without user and query";
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,4096}");
    private static final Pattern PREFIX = Pattern.compile("[a-zA-Z0-9._-]{1,50}");

    /** @throws InvalidSettingException for the first setting that is not understood */
    public static MlflowSettings of(Settings settings) {
        return new MlflowSettings(
                uri(settings.text(URI_KEY).orElse("")),
                settings.text(TOKEN_KEY).map(MlflowSettings::token),
                prefix(settings.text(PREFIX_KEY).orElse("")),
                settings.duration("optibid.mlflow.connect-timeout"),
                settings.duration("optibid.mlflow.timeout"),
                uploadTimeout(settings));
    }

    /** The address, and whether a token is sent. */
    public String masked() {
        return uri + token.map(any -> " with a token").orElse("");
    }

    /** Without the token. */
    @Override
    public String toString() {
        return masked();
    }

    private static URI uri(String value) {
        // An address with a password in it is refused, and must not be repeated.
        String shown = value.replaceAll("//.*@", "//****@");
        try {
            URI uri = new URI(value);
            if (uri.getScheme() == null
                    || !SCHEMES.contains(uri.getScheme())
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getQuery() != null
                    || uri.getFragment() != null) {
                throw new InvalidSettingException(URI_KEY, shown, ALLOWED);
            }
            return URI.create(value.replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            throw new InvalidSettingException(URI_KEY, shown, ALLOWED);
        }
    }

    /** Whoever uploads keeps a run to itself for a while, which must be longer than one call. */
    private static Duration uploadTimeout(Settings settings) {
        Duration timeout = settings.duration(UPLOAD_KEY);
        if (timeout.compareTo(LONGEST_UPLOAD) > 0) {
            throw new InvalidSettingException(UPLOAD_KEY, timeout.toString(), "at most " + LONGEST_UPLOAD);
        }
        return timeout;
    }

    private static String token(String value) {
        if (!TOKEN.matcher(value).matches()) {
            throw new InvalidSettingException(TOKEN_KEY, "****", "visible ASCII characters without blanks");
        }
        return value;
    }

    private static String prefix(String value) {
        if (!PREFIX.matcher(value).matches()) {
            throw new InvalidSettingException(
                    PREFIX_KEY, value, "1 to 50 letters, digits, points, hyphens and underscores");
        }
        return value;
    }
}
