package energy.optibid.identity.internal.oidc;

import energy.optibid.platform.Environment;
import energy.optibid.platform.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which addresses OptiBid asks on behalf of an organisation's administrator. In production HTTPS only, and no host that
 * is or resolves to an address which is not of the public internet, unless the configuration names it: else the server
 * could be made to ask what only it can reach (server-side request forgery).
 */
@Dependent
public class ProviderAddress {
    static final String ALLOWED_HOSTS = "optibid.identity.oidc.allowed-private-hosts";

    private final boolean strict;
    private final Set<String> allowedHosts;

    @Inject
    public ProviderAddress(Environment environment, Settings settings) {
        this.strict = !environment.isDevelopment();
        this.allowedHosts = settings.text(ALLOWED_HOSTS).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One that allows nothing. */
    static ProviderAddress none() {
        return new ProviderAddress(Environment.PRODUCTION, new Settings(key -> Optional.empty()));
    }

    /** What is wrong with an address by its form alone; absent where nothing is. */
    public Optional<String> complaint(URI address) {
        String scheme = Optional.ofNullable(address.getScheme()).orElse("");
        if (!scheme.equals("https") && (strict || !scheme.equals("http"))) {
            return Optional.of(strict ? "must begin with https://" : "must begin with https:// or http://");
        }
        if (address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return Optional.of("must have a host, and neither a user nor a fragment");
        }
        return Optional.empty();
    }

    /**
     * Lets an address pass that may be asked.
     *
     * @throws ProviderFailedException where it may not, or its host is not known
     */
    void require(URI address) {
        complaint(address).ifPresent(complaint -> {
            throw new ProviderFailedException(address + " " + complaint);
        });
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (strict && !allowedHosts.contains(host)) {
            requirePublic(host);
        }
    }

    private static void requirePublic(String host) {
        try {
            // The JDK keeps the answer for 30 seconds: the connection that follows goes where was looked.
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!PublicInternet.contains(address)) {
                    throw new ProviderFailedException(
                            host + " is in a private network; whoever runs OptiBid can allow it by " + ALLOWED_HOSTS);
                }
            }
        } catch (UnknownHostException e) {
            throw new ProviderFailedException("There is no host " + host, e);
        }
    }
}
