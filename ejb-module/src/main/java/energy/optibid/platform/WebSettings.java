package energy.optibid.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the web layer lets in. Read at the start, so that a wrong setting stops it. Injectable.
 *
 * @param address requests that one client address may send without a token
 * @param anonymous POSTs that one client address may send without a token
 * @param user requests that one user may send
 * @param key requests that one API key may send
 * @param metricsToken who shows it may read the metrics; absent where nobody may
 * @param publicOrigin where browsers reach the console: scheme, host and port; empty where no address is set
 * @param allowedOrigins other web sites whose pages may call the API; {@code *} for all, in development only
 * @param assetBase where browsers take the console's script and style from; absent for this server
 */
public record WebSettings(
        RateLimit address,
        RateLimit anonymous,
        RateLimit user,
        RateLimit key,
        Optional<MetricsToken> metricsToken,
        String publicOrigin,
        Set<String> allowedOrigins,
        Optional<AssetBase> assetBase) {
    /** The key of {@link #allowedOrigins()}. */
    public static final String ALLOWED_ORIGINS_KEY = "optibid.web.allowed-origins";

    /** Stands for every origin. */
    public static final String ANY_ORIGIN = "*";

    public WebSettings {
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    /** @throws InvalidSettingException for a setting that is not understood */
    public static WebSettings of(Settings settings) {
        return new WebSettings(
                RateLimit.of("address", settings, "optibid.web.rate-limit.address"),
                RateLimit.of("anonymous", settings, "optibid.web.rate-limit.anonymous"),
                RateLimit.of("user", settings, "optibid.web.rate-limit.user"),
                RateLimit.of("key", settings, "optibid.web.rate-limit.key"),
                MetricsToken.of(settings),
                settings.text("optibid.public-url").map(WebSettings::originOf).orElse(""),
                settings.text(ALLOWED_ORIGINS_KEY).stream()
                        .flatMap(list -> Arrays.stream(list.split(",", -1)))
                        .map(String::strip)
                        .map(WebSettings::origin)
                        .collect(Collectors.toUnmodifiableSet()),
                AssetBase.of(settings));
    }

    /** Whether pages of that origin may call the API. */
    public boolean allows(String origin) {
        return allowedOrigins.contains(origin) || allowedOrigins.contains(ANY_ORIGIN);
    }

    /** Whether a page of that origin may open a connection: the console's own, or one of {@link #allowedOrigins()}. */
    public boolean admits(String origin) {
        return origin.equals(publicOrigin) || allows(origin);
    }

    /** The feature that uses the address refuses one that is wrong. */
    private static String originOf(String address) {
        try {
            URI uri = new URI(address);
            return uri.getScheme() + "://" + uri.getAuthority();
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String origin(String text) {
        if (text.equals(ANY_ORIGIN)) {
            return text;
        }
        String allowed = "origins such as https://desk.example.com, separated by commas";
        try {
            URI uri = new URI(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null || !text.equals(uri.getScheme() + "://" + uri.getAuthority())) {
                throw new InvalidSettingException(ALLOWED_ORIGINS_KEY, text, allowed);
            }
            return text;
        } catch (URISyntaxException e) {
            throw new InvalidSettingException(ALLOWED_ORIGINS_KEY, text, allowed, e);
        }
    }
}
