package energy.optibid.market.internal;

import energy.optibid.market.MarketSource;
import energy.optibid.market.RuleSet;
import energy.optibid.market.SourceDocument;
import energy.optibid.platform.InvalidSettingException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The table {@code market_sources}. Several nodes work through it: what one has claimed is not due for the others. */
public final class SourceTable {
    /** A node that died while it fetched has the document fetched again after that. */
    private static final Duration CLAIMED_FOR = Duration.ofMinutes(5);

    private static final String THIS = """
             where product_id = (select id from products where code = ?)
               and zone_id = (select id from zones where code = ?) and document = ?
            """;

    private final Connection connection;

    public SourceTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Has a row for each zone and document; new ones are due at once.
     *
     * @throws InvalidSettingException where the product is not traded in a zone, or a zone has no energy identification code
     */
    void require(FetchPlan plan, Instant now) throws SQLException {
        for (String zone : plan.zoneCodes()) {
            if (area(plan.productCode(), zone).isEmpty()) {
                throw new InvalidSettingException(
                        FetchPlan.ZONES_KEY,
                        zone,
                        "zones in which \"" + plan.productCode()
                                + "\", the value of optibid.entsoe.product, is traded, and which ENTSO-E knows");
            }
            for (SourceDocument document : plan.documents()) {
                insert(plan.productCode(), zone, document, now);
            }
        }
    }

    private Optional<String> area(String productCode, String zoneCode) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select z.eic from product_zones t
                  join products p on p.id = t.product_id
                  join zones z on z.id = t.zone_id
                 where p.code = ? and z.code = ? and z.eic is not null
                """)) {
            select.setString(1, productCode);
            select.setString(2, zoneCode);
            return Rows.list(select, row -> row.getString(1)).stream().findFirst();
        }
    }

    private void insert(String productCode, String zoneCode, SourceDocument document, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into market_sources (product_id, zone_id, document, due_at)
                select p.id, z.id, ?, ? from products p, zones z where p.code = ? and z.code = ?
                    on conflict (product_id, zone_id, document) do nothing
                """)) {
            insert.setString(1, document.code());
            insert.setObject(2, PriceTable.utc(now));
            insert.setString(3, productCode);
            insert.setString(4, zoneCode);
            insert.executeUpdate();
        }
    }

    /** What has been due for longest, for this node alone. */
    Optional<DueFetch> claim(FetchPlan plan, Instant now) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement("""
                update market_sources s set due_at = ?
                  from zones z
                 where z.id = s.zone_id
                   and (s.product_id, s.zone_id, s.document) = (
                       select d.product_id, d.zone_id, d.document
                         from market_sources d
                         join products p on p.id = d.product_id
                         join zones y on y.id = d.zone_id
                        where p.code = ? and y.code = any (?) and d.document = any (?) and d.due_at <= ?
                        order by d.due_at limit 1 for update of d skip locked)
                returning z.code, z.eic, s.document, s.fetched_to
                """)) {
            claim.setObject(1, PriceTable.utc(now.plus(CLAIMED_FOR)));
            claim.setString(2, plan.productCode());
            claim.setArray(3, texts(plan.zoneCodes()));
            claim.setArray(4, documents(plan));
            claim.setObject(5, PriceTable.utc(now));
            ZoneId timeZone = timeZone(plan);
            return Rows.list(claim, row -> due(row, plan, timeZone, now)).stream()
                    .findFirst();
        }
    }

    private ZoneId timeZone(FetchPlan plan) throws SQLException {
        List<RuleSet> rules = new RuleTable(connection).ofProduct(plan.productCode());
        return rules.get(rules.size() - 1).timeZone();
    }

    private static DueFetch due(ResultSet row, FetchPlan plan, ZoneId timeZone, Instant now) throws SQLException {
        Optional<LocalDate> fetchedTo = Optional.ofNullable(row.getObject(4, LocalDate.class));
        return new DueFetch(
                plan.productCode(),
                row.getString(1),
                row.getString(2),
                timeZone,
                SourceDocument.of(row.getString(3)).orElseThrow(),
                FetchWindow.next(fetchedTo, plan.since(), LocalDate.ofInstant(now, timeZone)));
    }

    /** @param deliveryTo end of the last period of the document; absent where it had none */
    void fetched(DueFetch fetch, Instant now, Optional<Instant> deliveryTo, Instant dueAt) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update market_sources
                   set fetched_at = ?, delivery_to = greatest(delivery_to, ?::timestamptz), fetched_to = ?, due_at = ?
                """ + THIS)) {
            update.setObject(1, PriceTable.utc(now));
            update.setObject(2, deliveryTo.map(PriceTable::utc).orElse(null));
            update.setObject(3, fetch.window().fetchedTo());
            update.setObject(4, PriceTable.utc(dueAt));
            bind(update, 5, fetch);
            update.executeUpdate();
        }
    }

    /** @param failure one line; of a longer one the beginning is kept */
    void failed(DueFetch fetch, Instant now, String failure, Instant dueAt) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update market_sources set failed_at = ?, failure = left(?, 500), due_at = ?\n" + THIS)) {
            update.setObject(1, PriceTable.utc(now));
            update.setString(2, failure);
            update.setObject(3, PriceTable.utc(dueAt));
            bind(update, 4, fetch);
            update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int first, DueFetch fetch) throws SQLException {
        statement.setString(first, fetch.productCode());
        statement.setString(first + 1, fetch.zoneCode());
        statement.setString(first + 2, fetch.document().code());
    }

    /** All that are to be fetched, by zone and document. */
    public List<MarketSource> all(FetchPlan plan) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select p.code, z.code, s.document, s.fetched_at, s.delivery_to, s.fetched_to, s.failed_at, s.failure, s.due_at
                  from market_sources s
                  join products p on p.id = s.product_id
                  join zones z on z.id = s.zone_id
                 where p.code = ? and z.code = any (?) and s.document = any (?)
                 order by z.code, s.document
                """)) {
            select.setString(1, plan.productCode());
            select.setArray(2, texts(plan.zoneCodes()));
            select.setArray(3, documents(plan));
            return Rows.list(select, SourceTable::source);
        }
    }

    private static MarketSource source(ResultSet row) throws SQLException {
        return new MarketSource(
                row.getString(1),
                row.getString(2),
                SourceDocument.of(row.getString(3)).orElseThrow(),
                instant(row, 4),
                instant(row, 5),
                Optional.ofNullable(row.getObject(6, LocalDate.class)),
                instant(row, 7),
                Optional.ofNullable(row.getString(8)),
                PriceTable.instant(row, 9));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private Array documents(FetchPlan plan) throws SQLException {
        return texts(plan.documents().stream().map(SourceDocument::code).toList());
    }

    private Array texts(List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
