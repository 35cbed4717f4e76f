package energy.optibid.platform;

import energy.optibid.liquibase.AppliedChangeset;
import energy.optibid.liquibase.Changeset;
import energy.optibid.liquibase.Schema;
import energy.optibid.liquibase.SchemaException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Which changesets the database has had and which are pending, asked of it by the application's own login. A release is
 * pending where its files lie beside an older schema, as on a node that was not started again. Injectable; not within a
 * transaction.
 */
public final class MigrationHistory {
    private final DataSource dataSource;

    public MigrationHistory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * All of them by position, the first first.
     *
     * @throws SchemaException where PostgreSQL does not answer
     */
    public List<Migration> migrations() {
        try (Connection connection = dataSource.getConnection()) {
            Schema schema = new Schema(connection);
            List<Migration> migrations = new ArrayList<>();
            for (AppliedChangeset applied : schema.history()) {
                migrations.add(new Migration(migrations.size() + 1, applied.changeset(), Optional.of(applied)));
            }
            for (Changeset pending : schema.pending()) {
                migrations.add(new Migration(migrations.size() + 1, pending, Optional.empty()));
            }
            return List.copyOf(migrations);
        } catch (SQLException e) {
            throw new SchemaException("Cannot read the history of the schema", e);
        }
    }
}
