package energy.optibid.liquibase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;

/**
 * A row of Liquibase's history. Read by a query of our own: Liquibase's way keeps every connection that ever asked, and
 * the start and the API ask again and again.
 *
 * @param at the column has no zone; {@link LiquibaseSession} has it written in UTC
 */
record Applied(
        String id,
        String author,
        String file,
        int order,
        Instant at,
        Optional<CheckSum> checksum,
        Optional<String> tag,
        String deployment,
        String liquibaseVersion) {
    private static final String THERE = "select to_regclass('public.databasechangelog') is not null";
    private static final String ROWS = """
            select id, author, filename, orderexecuted, dateexecuted at time zone 'UTC', md5sum, tag,
                coalesce(deployment_id, ''), coalesce(liquibase, '')
            from public.databasechangelog order by orderexecuted""";

    /** The whole history, the oldest first; empty for a database that was never migrated. */
    static List<Applied> in(Connection connection) throws SQLException {
        List<Applied> history = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (isThere(statement)) {
                try (ResultSet rows = statement.executeQuery(ROWS)) {
                    while (rows.next()) {
                        history.add(of(rows));
                    }
                }
            }
        }
        return history;
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet there = statement.executeQuery(THERE)) {
            there.next();
            return there.getBoolean(1);
        }
    }

    private static Applied of(ResultSet row) throws SQLException {
        return new Applied(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString(6)).map(CheckSum::parse),
                Optional.ofNullable(row.getString(7)),
                row.getString(8),
                row.getString(9));
    }

    boolean isOf(ChangeSet changeSet) {
        return id.equals(changeSet.getId())
                && author.equals(changeSet.getAuthor())
                && file.equals(changeSet.getFilePath());
    }

    /** Without a checksum, Liquibase takes the present text for the one that was applied. */
    boolean differsFrom(ChangeSet changeSet) {
        return checksum.isPresent() && !changeSet.isCheckSumValid(checksum.get());
    }
}
