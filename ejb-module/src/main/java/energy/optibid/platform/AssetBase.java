package energy.optibid.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * Another host, mostly of a content network, that has the console's files.
 *
 * @param address absolute, ends with a slash, with neither user, query nor fragment
 */
public record AssetBase(URI address) {
    private static final String KEY = "optibid.web.asset-base-url";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws InvalidSettingException for an address that is none, or that a browser could not trust */
    public static Optional<AssetBase> of(Settings settings) {
        return settings.text(KEY).map(AssetBase::parse);
    }

    /** Scheme, host and port, as a Content-Security-Policy names them. */
    public String origin() {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static AssetBase parse(String text) {
        String allowed = "an https address that ends with a slash, such as https://files.example.com/optibid/";
        try {
            URI address = new URI(text);
            if (!isAllowed(address)) {
                throw new InvalidSettingException(KEY, text, allowed);
            }
            return new AssetBase(address);
        } catch (URISyntaxException e) {
            throw new InvalidSettingException(KEY, text, allowed, e);
        }
    }

    private static boolean isAllowed(URI address) {
        boolean trusted = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost())));
        return trusted
                && address.getHost() != null
                && address.getUserInfo() == null
                && address.getQuery() == null
                && address.getFragment() == null
                && address.getPath().endsWith("/");
    }
}
