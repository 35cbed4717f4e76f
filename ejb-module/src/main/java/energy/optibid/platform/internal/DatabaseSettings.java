package energy.optibid.platform.internal;

import energy.optibid.platform.Environment;
import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where PostgreSQL is and how long it may take.
 *
 * @param dataSource JNDI name
 * @param configuredAt the address, or the name of the server's pool; without secrets
 * @param startTimeout how long the start waits for it
 * @param allowedDestructiveChangesets ids of the changesets that the start may apply although they take data away
 */
record DatabaseSettings(
        String dataSource,
        String configuredAt,
        Duration startTimeout,
        Duration probeTimeout,
        Set<String> allowedDestructiveChangesets) {
    static final String DESTRUCTIVE_KEY = "optibid.database.allow-destructive-changesets";
    static final String DATA_SOURCE_KEY = "optibid.datasource";
    private static final String OWN = "java:app/jdbc/optibid";
    private static final String URL_KEY = "optibid.database.url";
    private static final String PASSWORD_KEY = "optibid.database.password";

    /** @throws InvalidSettingException for a malformed address, or in production for one without a secret */
    static DatabaseSettings of(Settings settings, Environment environment) {
        String dataSource = settings.text(DATA_SOURCE_KEY).orElse(OWN);
        return new DatabaseSettings(
                dataSource,
                dataSource.equals(OWN) ? address(settings, environment) : dataSource,
                settings.duration("optibid.database.start-timeout"),
                settings.duration("optibid.database.probe-timeout"),
                Arrays.stream(settings.text(DESTRUCTIVE_KEY).orElse("").split(","))
                        .map(String::strip)
                        .collect(Collectors.toSet()));
    }

    private static String address(Settings settings, Environment environment) {
        String url = settings.text(URL_KEY).orElse("");
        String masked = url.replaceAll("(?i)(password=)[^&]*", "$1****").replaceAll("//[^/@]*@", "//****@");
        if (!url.matches("jdbc:postgresql:\\S+")) {
            throw new InvalidSettingException(URL_KEY, masked, "jdbc:postgresql://host[:port]/database");
        }
        boolean secret =
                settings.text(PASSWORD_KEY).isPresent() || url.matches("(?i).*[?&](password|passfile|sslkey)=.*");
        if (!secret && !environment.isDevelopment()) {
            throw new InvalidSettingException(
                    PASSWORD_KEY, "", "the password of the role; or a url with passfile= or sslkey=");
        }
        return masked;
    }
}
