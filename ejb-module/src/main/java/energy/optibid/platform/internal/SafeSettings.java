package energy.optibid.platform.internal;

import energy.optibid.platform.Environment;
import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.ProductionRule;
import energy.optibid.platform.Settings;
import energy.optibid.platform.Vault;
import energy.optibid.platform.WebSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Settings that are handy in development and an open door in production. */
@ApplicationScoped
public class SafeSettings implements ProductionRule {
    private static final String PASSWORD_KEY = "optibid.database.password";
    private static final String COOKIES_KEY = "optibid.identity.secure-cookies";

    /** What is tried first by anyone who finds the port, and what stands in payara-config/.env.example. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "optibid",
            "postgres",
            "postgresql",
            "password",
            "passwort",
            "secret",
            "changeme",
            "change-me",
            "replace-me",
            "admin");

    @Inject
    Settings settings;

    @Inject
    WebSettings web;

    @Override
    public List<String> violations() {
        return violations(settings, web);
    }

    static List<String> violations(Settings settings, WebSettings web) {
        List<String> found = new ArrayList<>(badKey(settings));
        if (settings.text(PASSWORD_KEY)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(WELL_KNOWN::contains)
                .isPresent()) {
            found.add(PASSWORD_KEY + " is a password that everybody knows: set one of your own");
        }
        if (web.allowedOrigins().contains(WebSettings.ANY_ORIGIN)) {
            found.add(WebSettings.ALLOWED_ORIGINS_KEY + " is \"*\": name the sites whose pages may call the API");
        }
        web.allowedOrigins().stream()
                .filter(origin -> origin.startsWith("http://"))
                .sorted()
                .map(origin -> WebSettings.ALLOWED_ORIGINS_KEY + " has " + origin + ": allow https origins only")
                .forEach(found::add);
        if (settings.flag(COOKIES_KEY).filter(secure -> !secure).isPresent()) {
            found.add(COOKIES_KEY + " is false, so cookies would travel over HTTP: set it to true");
        }
        return found;
    }

    private static List<String> badKey(Settings settings) {
        try {
            Vault.of(settings, Environment.PRODUCTION);
            return List.of();
        } catch (InvalidSettingException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
