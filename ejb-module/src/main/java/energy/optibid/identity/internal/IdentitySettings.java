package energy.optibid.identity.internal;

import energy.optibid.platform.Environment;
import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;

/** What the configuration says of accounts. */
@ApplicationScoped
public class IdentitySettings {
    private static final String PUBLIC_URL = "optibid.public-url";

    @Inject
    Settings settings;

    @Inject
    Environment environment;

    /** Whether organisations may register themselves; in development unless said otherwise, else only where it is said. */
    public boolean selfRegistration() {
        return settings.flag("optibid.identity.self-registration").orElse(environment.isDevelopment());
    }

    public boolean isDevelopment() {
        return environment.isDevelopment();
    }

    /** Where browsers reach the console, without a slash at the end; never taken from a request. */
    public String publicUrl() {
        String value = settings.text(PUBLIC_URL).orElse("");
        try {
            URI uri = new URI(value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw new InvalidSettingException(PUBLIC_URL, value, "an address such as https://desk.example.com");
    }
}
