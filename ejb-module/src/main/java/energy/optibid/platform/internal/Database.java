package energy.optibid.platform.internal;

import energy.optibid.platform.ServiceConnector;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** PostgreSQL, through the data source that everything uses. */
final class Database implements ServiceConnector {
    private final DataSource dataSource;
    private final DatabaseSettings settings;

    Database(DataSource dataSource, DatabaseSettings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** How long the start waits for it. */
    Duration startTimeout() {
        return settings.startTimeout();
    }

    @Override
    public String configuredAt() {
        return settings.configuredAt();
    }

    @Override
    public Duration firstTimeout() {
        return settings.probeTimeout();
    }

    @Override
    public Duration timeout() {
        return settings.probeTimeout();
    }

    @Override
    public void probe(Duration timeout) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.isValid(Math.toIntExact(Math.max(1, timeout.toSeconds())))) {
                throw new SQLException("the connection is dead");
            }
        }
    }
}
