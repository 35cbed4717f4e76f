package energy.optibid.platform.internal.clickhouse;

import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Where ClickHouse is, whom to log in as, and how long it may take.
 *
 * @param uri of its HTTP interface; https for TLS
 * @param database that OptiBid's tables are in; made where it is missing
 * @param certificate of the authority that signed the server's certificate, PEM; absent for those that Java trusts
 * @param connectTimeout of the first attempt
 * @param timeout of a query in any later one
 */
public record ClickHouseSettings(
        URI uri,
        String user,
        String password,
        String database,
        Optional<Path> certificate,
        Duration connectTimeout,
        Duration timeout) {
    private static final String URI_KEY = "optibid.clickhouse.url";
    private static final String DATABASE_KEY = "optibid.clickhouse.database";
    private static final String CERTIFICATE_KEY = "optibid.clickhouse.certificate";
    private static final String ALLOWED = "http://host:port, or https://host:port for TLS, without user and path";
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** @throws InvalidSettingException for an address, a name or a length of time that is not understood */
    public static ClickHouseSettings of(Settings settings) {
        return new ClickHouseSettings(
                uri(settings.text(URI_KEY).orElse("")),
                settings.text("optibid.clickhouse.user").orElse("default"),
                settings.text("optibid.clickhouse.password").orElse(""),
                database(settings.text(DATABASE_KEY).orElse("")),
                settings.text(CERTIFICATE_KEY).map(ClickHouseSettings::certificate),
                settings.duration("optibid.clickhouse.connect-timeout"),
                settings.duration("optibid.clickhouse.timeout"));
    }

    /** The address and the user, without the password. */
    public String masked() {
        return uri + "/" + database + " as " + user;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return masked();
    }

    private static URI uri(String value) {
        // An address with a password in it is refused, and must not be repeated.
        String shown = value.replaceAll("//.*@", "//****@");
        try {
            URI uri = new URI(value);
            String path = uri.getPath() == null ? "" : uri.getPath();
            if (uri.getScheme() == null
                    || !SCHEMES.contains(uri.getScheme())
                    || uri.getHost() == null
                    || uri.getPort() < 0
                    || uri.getUserInfo() != null
                    || !path.matches("/?")) {
                throw new InvalidSettingException(URI_KEY, shown, ALLOWED);
            }
            return URI.create(uri.getScheme() + "://" + uri.getAuthority());
        } catch (URISyntaxException e) {
            throw new InvalidSettingException(URI_KEY, shown, ALLOWED);
        }
    }

    private static String database(String value) {
        if (!value.matches("[a-zA-Z_][a-zA-Z0-9_]{0,62}")) {
            throw new InvalidSettingException(
                    DATABASE_KEY, value, "letters, digits and underscores, not first a digit");
        }
        return value;
    }

    private static Path certificate(String value) {
        Path path = Path.of(value);
        if (!Files.isReadable(path)) {
            throw new InvalidSettingException(CERTIFICATE_KEY, value, "a file in PEM that can be read");
        }
        return path;
    }
}
