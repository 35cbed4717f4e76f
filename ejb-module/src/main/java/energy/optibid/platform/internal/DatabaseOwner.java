package energy.optibid.platform.internal;

import energy.optibid.platform.Environment;
import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The login that owns the schema and migrates it at the start, in development only. */
final class DatabaseOwner {
    private static final String USER_KEY = "optibid.database.owner.user";
    private static final String PASSWORD_KEY = "optibid.database.owner.password";

    private DatabaseOwner() {}

    /**
     * Connections as that login.
     *
     * @return absent where it is not set: then the schema is only checked
     * @throws InvalidSettingException where it is set in production, which migrates by a command
     */
    static Optional<DataSource> of(Settings settings, Environment environment) {
        Optional<String> user = settings.text(USER_KEY);
        if (user.isPresent() && !environment.isDevelopment()) {
            throw new InvalidSettingException(
                    USER_KEY,
                    user.get(),
                    "nothing in production: there the owner migrates by optibid-liquibase-cli.jar");
        }
        return user.map(name -> {
            PGSimpleDataSource owner = new PGSimpleDataSource();
            owner.setURL(settings.text("optibid.database.url").orElse(""));
            owner.setUser(name);
            settings.text(PASSWORD_KEY).ifPresent(owner::setPassword);
            return owner;
        });
    }
}
