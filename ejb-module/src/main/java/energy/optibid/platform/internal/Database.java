package energy.optibid.platform.internal;

import energy.optibid.platform.ServiceConnector;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** PostgreSQL, through the data source that everything uses. */
final class Database implements ServiceConnector {
    private final DataSource dataSource;
    private final Optional<DataSource> owner;
    private final DatabaseSettings settings;
    private final DatabaseAnswers answers;

    Database(DataSource dataSource, Optional<DataSource> owner, DatabaseSettings settings, DatabaseAnswers answers) {
        this.dataSource = dataSource;
        this.owner = owner;
        this.settings = settings;
        this.answers = answers;
    }

    /** The same database as the owner of its schema; absent where the start does not migrate. */
    Optional<DataSource> owner() {
        return owner;
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** Ids of the changesets that the start may apply although they take data away. */
    Set<String> allowedDestructiveChangesets() {
        return settings.allowedDestructiveChangesets();
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
    public boolean hasAnsweredSince(long nanos) {
        return answers.since(nanos);
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
