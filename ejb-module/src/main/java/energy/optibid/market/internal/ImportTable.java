package energy.optibid.market.internal;

import energy.optibid.market.ImportNotFoundException;
import energy.optibid.market.ImportReport;
import energy.optibid.platform.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;

/** The table {@code market_data_imports}. */
public final class ImportTable {
    private final Connection connection;

    public ImportTable(Connection connection) {
        this.connection = connection;
    }

    public ImportReport report(UUID importId) throws SQLException {
        String sql = """
                select i.id, p.code, z.code, i.imported_by, i.started_at, i.finished_at, i.sha256, i.bytes_read,
                       i.rows_read, i.prices_stored, i.prices_unchanged, i.prices_revised, i.fundamentals_stored,
                       i.fundamentals_unchanged, i.fundamentals_revised, i.delivery_from, i.delivery_to, i.simulated
                  from market_data_imports i
                  join products p on p.id = i.product_id
                  join zones z on z.id = i.zone_id
                 where i.id = ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, importId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new ImportNotFoundException(importId);
                }
                return report(row);
            }
        }
    }

    void insert(Actor actor, MarketTables.Traded traded, ImportReport report) throws SQLException {
        String sql = """
                insert into market_data_imports (product_id, zone_id, organisation_id, id, imported_by, started_at,
                    finished_at, sha256, bytes_read, rows_read, prices_stored, prices_unchanged, prices_revised,
                    fundamentals_stored, fundamentals_unchanged, fundamentals_revised, delivery_from, delivery_to,
                    simulated)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setInt(1, traded.productId());
            insert.setInt(2, traded.zoneId());
            insert.setObject(3, actor.organisationId());
            insert.setObject(4, report.id());
            insert.setObject(5, report.importedBy());
            insert.setObject(6, PriceTable.utc(report.startedAt()));
            insert.setObject(7, PriceTable.utc(report.finishedAt()));
            insert.setBytes(8, HexFormat.of().parseHex(report.sha256()));
            insert.setLong(9, report.bytesRead());
            insert.setLong(10, report.rowsRead());
            bindCounts(insert, report);
            insert.setObject(17, PriceTable.utc(report.from()));
            insert.setObject(18, PriceTable.utc(report.to()));
            insert.setBoolean(19, report.simulated());
            insert.executeUpdate();
        }
    }

    /** Tells whoever has read prices of it that there are others now. */
    void changed(MarketTables.Traded traded, UUID importId) throws SQLException {
        String sql = "update product_zones set prices_import_id = ? where product_id = ? and zone_id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, importId);
            update.setInt(2, traded.productId());
            update.setInt(3, traded.zoneId());
            update.executeUpdate();
        }
    }

    private static void bindCounts(PreparedStatement insert, ImportReport report) throws SQLException {
        insert.setLong(11, report.pricesStored());
        insert.setLong(12, report.pricesUnchanged());
        insert.setLong(13, report.pricesRevised());
        insert.setLong(14, report.fundamentalsStored());
        insert.setLong(15, report.fundamentalsUnchanged());
        insert.setLong(16, report.fundamentalsRevised());
    }

    private static ImportReport report(ResultSet row) throws SQLException {
        return new ImportReport(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                PriceTable.instant(row, 5),
                PriceTable.instant(row, 6),
                HexFormat.of().formatHex(row.getBytes(7)),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getLong(13),
                row.getLong(14),
                row.getLong(15),
                PriceTable.instant(row, 16),
                PriceTable.instant(row, 17),
                row.getBoolean(18));
    }
}
