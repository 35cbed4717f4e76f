package energy.optibid.market.internal;

import energy.optibid.market.MarketDataFile;
import energy.optibid.market.PriceFileKind;
import energy.optibid.market.QuarantinedRow;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables {@code market_data_files} and {@code quarantined_rows}. */
public final class FileTable {
    private static final int BATCH = 1_000;
    private static final String SELECT = """
            select f.id, p.code, f.kind, f.received_by, f.received_at, f.sha256, f.bytes_read, f.rows_read, f.rows_quarantined
              from market_data_files f join products p on p.id = f.product_id
            """;

    private final Connection connection;

    public FileTable(Connection connection) {
        this.connection = connection;
    }

    /** Stores a file, or the same one anew, with the rows of it that do not fit now; its id. */
    UUID store(Actor actor, int productId, MarketDataFile file, List<QuarantinedRow> unfit) throws SQLException {
        UUID id;
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into market_data_files (id, product_id, kind, received_by, organisation_id, received_at, sha256,
                    bytes_read, rows_read, rows_quarantined)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (product_id, sha256) do update
                   set received_by = excluded.received_by, organisation_id = excluded.organisation_id,
                       received_at = excluded.received_at, rows_quarantined = excluded.rows_quarantined
                returning id
                """)) {
            insert.setObject(1, Ids.next());
            insert.setInt(2, productId);
            insert.setString(3, file.kind().code());
            insert.setObject(4, actor.userId());
            insert.setObject(5, actor.organisationId());
            insert.setObject(6, PriceTable.utc(file.receivedAt()));
            insert.setBytes(7, HexFormat.of().parseHex(file.sha256()));
            insert.setLong(8, file.bytesRead());
            insert.setLong(9, file.rowsRead());
            insert.setLong(10, unfit.size());
            id = Rows.list(insert, row -> row.getObject(1, UUID.class)).get(0);
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from quarantined_rows where file_id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        }
        quarantine(id, unfit);
        return id;
    }

    private void quarantine(UUID fileId, List<QuarantinedRow> unfit) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into quarantined_rows (file_id, line, code, message, content) values (?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (QuarantinedRow row : unfit) {
                insert.setObject(1, fileId);
                insert.setInt(2, row.line());
                insert.setString(3, row.code());
                insert.setString(4, row.message());
                insert.setString(5, row.content().replace("\0", ""));
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    public Optional<MarketDataFile> find(UUID fileId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " where f.id = ?")) {
            select.setObject(1, fileId);
            return Rows.list(select, FileTable::file).stream().findFirst();
        }
    }

    /** The newest first, at most that many. */
    public List<MarketDataFile> newest(int most) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + " order by f.received_at desc, f.id desc limit ?")) {
            select.setInt(1, most);
            return Rows.list(select, FileTable::file);
        }
    }

    /** By line, those after that one, at most that many. */
    public List<QuarantinedRow> quarantined(UUID fileId, int afterLine, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select line, code, message, content from quarantined_rows where file_id = ? and line > ?"
                        + " order by line limit ?")) {
            select.setObject(1, fileId);
            select.setInt(2, afterLine);
            select.setInt(3, most);
            return Rows.list(
                    select,
                    row -> new QuarantinedRow(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)));
        }
    }

    private static MarketDataFile file(ResultSet row) throws SQLException {
        return new MarketDataFile(
                row.getObject(1, UUID.class),
                row.getString(2),
                PriceFileKind.of(row.getString(3)).orElseThrow(),
                row.getObject(4, UUID.class),
                PriceTable.instant(row, 5),
                HexFormat.of().formatHex(row.getBytes(6)),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9));
    }
}
