package energy.optibid.market.internal;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.ImportFinding;
import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.internal.rows.RowChunk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Brings the values of one series into its table within the caller's transaction. Chunks for a time in which the series
 * has nothing yet go straight into the table; the others go into a temporary table and are merged at the end: what is
 * there unchanged is left out, what differs becomes the next revision.
 */
final class SeriesLoad {
    /** What {@code market_ensure_partitions} answers for a month that was detached. */
    private static final String DETACHED = "OB001";

    private final Connection connection;
    private final SeriesTable table;
    private final int value;
    private long direct;
    private long staged;
    private long stored;
    private long revised;
    private long greatestStart = Long.MIN_VALUE;
    private long stagedFrom = Long.MAX_VALUE;
    private long stagedTo = Long.MIN_VALUE;
    private Instant changedFrom = Instant.MAX;
    private Instant changedTo = Instant.MIN;

    /** For the chunks' value of that number. */
    SeriesLoad(Connection connection, SeriesTable table, int value) {
        this.connection = connection;
        this.table = table;
        this.value = value;
    }

    void accept(RowChunk chunk) throws SQLException {
        ensurePartitions(chunk);
        // Behind what this load brought itself the look into the table tells whether others brought something.
        boolean fresh = chunk.firstStart() > greatestStart && !hasRows(chunk.firstStart(), chunk.lastStart());
        greatestStart = Math.max(greatestStart, chunk.lastStart());
        if (fresh) {
            copy(chunk, table.copyTarget(), true);
            direct += chunk.size();
            changed(instant(chunk.firstStart()), instant(chunk.lastStart()));
        } else {
            stage(chunk);
        }
    }

    private void stage(RowChunk chunk) throws SQLException {
        if (staged == 0) {
            try (Statement create = connection.createStatement()) {
                create.execute(table.createStaging());
            }
        }
        copy(chunk, table.stagingTarget(), false);
        staged += chunk.size();
        stagedFrom = Math.min(stagedFrom, chunk.firstStart());
        stagedTo = Math.max(stagedTo, chunk.lastStart());
    }

    private void changed(Instant first, Instant last) {
        changedFrom = first.isBefore(changedFrom) ? first : changedFrom;
        changedTo = last.isAfter(changedTo) ? last : changedTo;
    }

    /** Merges what was staged and rolls up what changed; the counts are there afterwards. */
    void finish() throws SQLException {
        stored = direct;
        if (staged > 0) {
            merge();
        }
        if (stored + revised > 0) {
            table.rollUp(connection, changedFrom, changedTo);
        }
    }

    private void merge() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze " + table.stagingName());
        }
        try (PreparedStatement merge = connection.prepareStatement(table.merge())) {
            table.bindMerge(merge, instant(stagedFrom), instant(stagedTo));
            try (ResultSet row = merge.executeQuery()) {
                row.next();
                stored += row.getLong(1);
                revised = row.getLong(2);
                if (row.getObject(3) != null) {
                    changed(PriceTable.instant(row, 3), PriceTable.instant(row, 4));
                }
            }
        }
        try (Statement drop = connection.createStatement()) {
            drop.execute("drop table " + table.stagingName());
        }
    }

    long stored() {
        return stored;
    }

    long revised() {
        return revised;
    }

    long unchanged() {
        return direct + staged - stored - revised;
    }

    private void ensurePartitions(RowChunk chunk) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement("select market_ensure_partitions(?, ?, ?)")) {
            call.setString(1, table.tableName());
            call.setObject(2, PriceTable.utc(instant(chunk.firstStart())));
            call.setObject(3, PriceTable.utc(instant(chunk.lastStart())));
            call.execute();
        } catch (PSQLException e) {
            if (DETACHED.equals(e.getSQLState())) {
                throw refused(e);
            }
            throw e;
        }
    }

    private static RuntimeException refused(PSQLException e) {
        String message = Optional.ofNullable(e.getServerErrorMessage())
                .map(ServerErrorMessage::getMessage)
                .orElse("");
        ImportFinding finding = ImportFinding.ofFile(ImportErrorCode.MONTH_DETACHED, message);
        return new ImportRefusedException(List.of(finding), 1);
    }

    private boolean hasRows(long first, long last) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(table.anyRow())) {
            table.bindAnyRow(select, instant(first), instant(last));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void copy(RowChunk chunk, String target, boolean whole) throws SQLException {
        BinaryCopy copy = new BinaryCopy(connection, target);
        try {
            for (int row = 0; row < chunk.size(); row++) {
                if (whole) {
                    table.writeRow(copy, chunk, row, value);
                } else {
                    writeStaged(copy, chunk, row);
                }
            }
            copy.end();
        } finally {
            copy.cancel();
        }
    }

    private void writeStaged(BinaryCopy copy, RowChunk chunk, int row) throws SQLException {
        copy.beginRow(4);
        copy.timestamptz(chunk.start(row));
        copy.smallint(chunk.minutes(row));
        copy.timestamptz(chunk.knownAt(row));
        copy.numeric(chunk.unscaled(value, row), chunk.scale(value, row));
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L));
    }
}
