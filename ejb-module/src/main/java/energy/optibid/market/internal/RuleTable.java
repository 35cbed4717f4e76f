package energy.optibid.market.internal;

import energy.optibid.market.AuctionTimes;
import energy.optibid.market.CurveKind;
import energy.optibid.market.GateTime;
import energy.optibid.market.OrderKind;
import energy.optibid.market.OrderRules;
import energy.optibid.market.RuleItem;
import energy.optibid.market.RuleSet;
import energy.optibid.market.RuleSource;
import energy.optibid.quantity.MarketTimeUnit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rule sets and their sources as tables. */
public final class RuleTable {
    private static final String SELECT = """
            select p.code, r.valid_from, r.valid_to, r.time_zone, r.minutes, r.currency, r.session_minutes, r.gate_opening,
                   r.gate_closure, r.results, r.min_price, r.max_price, r.price_tick, r.min_quantity_mw, r.max_quantity_mw,
                   r.quantity_step_mw, r.curve, r.max_curve_points, r.order_kinds,
                   array(select s.item || ' ' || s.verified || ' ' || s.source
                           from rule_sources s where s.rule_set_id = r.id)
              from rule_sets r join products p on p.id = r.product_id
            """;
    private static final String INSERT = """
            insert into rule_sets (product_id, valid_from, valid_to, time_zone, minutes, currency, session_minutes, gate_opening,
                   gate_closure, results, min_price, max_price, price_tick, min_quantity_mw, max_quantity_mw,
                   quantity_step_mw, curve, max_curve_points, order_kinds)
            values ((select id from products where code = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            returning id
            """;

    private final Connection connection;

    public RuleTable(Connection connection) {
        this.connection = connection;
    }

    /** Those of all products, by product and then by day. */
    public List<RuleSet> all() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + " order by p.code collate \"C\", r.valid_from")) {
            return Rows.list(select, RuleTable::ruleSet);
        }
    }

    /** By day. */
    List<RuleSet> ofProduct(String productCode) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + " where p.code = ? order by r.valid_from")) {
            select.setString(1, productCode);
            return Rows.list(select, RuleTable::ruleSet);
        }
    }

    Optional<RuleSet> onDay(String productCode, LocalDate deliveryDate) throws SQLException {
        String onDay = SELECT + " where p.code = ? and daterange(r.valid_from, r.valid_to, '[)') @> ?";
        try (PreparedStatement select = connection.prepareStatement(onDay)) {
            select.setString(1, productCode);
            select.setObject(2, deliveryDate);
            return Rows.list(select, RuleTable::ruleSet).stream().findFirst();
        }
    }

    /** Keeps others from changing the rules of a product until the transaction ends. */
    void lock(int productId) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtext('market-rules'), ?)")) {
            lock.setInt(1, productId);
            lock.execute();
        }
    }

    void end(RuleSet rules, LocalDate validTo) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update rule_sets set valid_to = ?
                 where product_id = (select id from products where code = ?) and valid_from = ?
                """)) {
            update.setObject(1, validTo);
            update.setString(2, rules.productCode());
            update.setObject(3, rules.validFrom());
            update.executeUpdate();
        }
    }

    void insert(RuleSet rules) throws SQLException {
        int id;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(insert, rules);
            id = Rows.list(insert, row -> row.getInt(1)).get(0);
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into rule_sources (rule_set_id, item, verified, source) values (?, ?, ?, ?)")) {
            for (RuleSource source : rules.sources()) {
                insert.setInt(1, id);
                insert.setString(2, source.item().code());
                insert.setBoolean(3, source.verified());
                insert.setString(4, source.text());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void bind(PreparedStatement insert, RuleSet rules) throws SQLException {
        AuctionTimes times = rules.times();
        OrderRules orders = rules.orders();
        insert.setString(1, rules.productCode());
        insert.setObject(2, rules.validFrom());
        insert.setObject(3, rules.validTo().orElse(null), Types.DATE);
        insert.setString(4, rules.timeZone().getId());
        insert.setInt(5, rules.timeUnit().minutes());
        insert.setString(6, rules.currency());
        insert.setObject(7, boxed(times.sessionMinutes()), Types.SMALLINT);
        insert.setString(8, times.opening().map(GateTime::text).orElse(null));
        insert.setString(9, times.closure().text());
        insert.setString(10, times.results().map(GateTime::text).orElse(null));
        insert.setBigDecimal(11, orders.minPrice());
        insert.setBigDecimal(12, orders.maxPrice());
        insert.setBigDecimal(13, orders.priceTick());
        insert.setBigDecimal(14, orders.minQuantityMw().orElse(null));
        insert.setBigDecimal(15, orders.maxQuantityMw().orElse(null));
        insert.setBigDecimal(16, orders.quantityStepMw());
        insert.setString(17, orders.curve().code());
        insert.setObject(18, boxed(orders.maxCurvePoints()), Types.SMALLINT);
        Object[] kinds = orders.kinds().stream().map(OrderKind::code).toArray();
        insert.setArray(19, connection.createArrayOf("text", kinds));
    }

    private static @Nullable Integer boxed(OptionalInt number) {
        return number.isPresent() ? (Integer) number.getAsInt() : null;
    }

    private static RuleSet ruleSet(ResultSet row) throws SQLException {
        return new RuleSet(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                Optional.ofNullable(row.getObject(3, LocalDate.class)),
                ZoneId.of(row.getString(4)),
                MarketTimeUnit.ofMinutes(row.getInt(5)),
                row.getString(6),
                new AuctionTimes(
                        number(row, 7),
                        Optional.ofNullable(row.getString(8)).map(GateTime::parse),
                        GateTime.parse(row.getString(9)),
                        Optional.ofNullable(row.getString(10)).map(GateTime::parse)),
                orders(row),
                sources(row));
    }

    private static OrderRules orders(ResultSet row) throws SQLException {
        String[] kinds = (String[]) row.getArray(19).getArray();
        return new OrderRules(
                row.getBigDecimal(11),
                row.getBigDecimal(12),
                row.getBigDecimal(13),
                Optional.ofNullable(row.getBigDecimal(14)),
                Optional.ofNullable(row.getBigDecimal(15)),
                row.getBigDecimal(16),
                CurveKind.of(row.getString(17)),
                number(row, 18),
                Stream.of(kinds).map(OrderKind::of).toList());
    }

    private static List<RuleSource> sources(ResultSet row) throws SQLException {
        List<RuleSource> sources = new ArrayList<>();
        for (String text : (String[]) row.getArray(20).getArray()) {
            String[] parts = text.split(" ", 3);
            sources.add(new RuleSource(RuleItem.of(parts[0]), Boolean.parseBoolean(parts[1]), parts[2]));
        }
        sources.sort(Comparator.comparing(RuleSource::item));
        return sources;
    }

    private static OptionalInt number(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
