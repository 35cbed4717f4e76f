package energy.optibid.platform.internal;

import energy.optibid.platform.ServiceConnector;
import energy.optibid.platform.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** PostgreSQL, through the data source that everything uses. */
final class Database implements ServiceConnector {
    static final String DATA_SOURCE_KEY = "optibid.datasource";
    static final String OWN_DATA_SOURCE = "java:app/jdbc/optibid";

    private final DataSource dataSource;
    private final String configuredAt;
    private final Duration startTimeout;
    private final Duration probeTimeout;

    Database(DataSource dataSource, Settings settings) {
        this.dataSource = dataSource;
        this.configuredAt = configuredAt(settings);
        this.startTimeout = settings.duration("optibid.database.start-timeout");
        this.probeTimeout = settings.duration("optibid.database.probe-timeout");
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** How long the start waits for it. */
    Duration startTimeout() {
        return startTimeout;
    }

    @Override
    public String configuredAt() {
        return configuredAt;
    }

    @Override
    public Duration firstTimeout() {
        return probeTimeout;
    }

    @Override
    public Duration timeout() {
        return probeTimeout;
    }

    @Override
    public void probe(Duration timeout) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.isValid(Math.toIntExact(Math.max(1, timeout.toSeconds())))) {
                throw new SQLException("the connection is dead");
            }
        }
    }

    private static String configuredAt(Settings settings) {
        String jndiName = settings.text(DATA_SOURCE_KEY).orElse(OWN_DATA_SOURCE);
        return jndiName.equals(OWN_DATA_SOURCE)
                ? settings.text("optibid.database.url").orElse("").replaceAll("(?i)(password=)[^&]*", "$1****")
                : jndiName;
    }
}
