package energy.optibid.streaming.internal;

import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the connection comes from on which this node listens to the others. */
final class ListenerConnections {
    private static final String DATA_SOURCE_KEY = "optibid.datasource";
    private static final String FROM_POOL_KEY = "optibid.events.listen-on-pool";
    private static final int LOGIN_SECONDS = 15;
    private static final String OWN = "java:app/jdbc/optibid";

    private ListenerConnections() {}

    /**
     * Beside OptiBid's own pool a connection of its own. From a pool of the server only where the operator has said that one
     * may be kept: such a pool may have few.
     *
     * @return absent where none may be kept
     */
    @SuppressWarnings("BanJNDI") // the name comes from the configuration, never from a user
    static Optional<DataSource> of(Settings settings) {
        String dataSource = settings.text(DATA_SOURCE_KEY).orElse(OWN);
        if (dataSource.equals(OWN)) {
            return Optional.of(own(settings));
        }
        if (!settings.flag(FROM_POOL_KEY).orElse(false)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InitialContext.doLookup(dataSource));
        } catch (NamingException | ClassCastException e) {
            throw new InvalidSettingException(
                    DATA_SOURCE_KEY, dataSource, "the name of a data source that is there", e);
        }
    }

    private static DataSource own(Settings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(settings.text("optibid.database.url").orElse(""));
        settings.text("optibid.database.user").ifPresent(source::setUser);
        settings.text("optibid.database.password").ifPresent(source::setPassword);
        source.setApplicationName("optibid-listener");
        source.setTcpKeepAlive(true);
        source.setLoginTimeout(LOGIN_SECONDS);
        return source;
    }
}
