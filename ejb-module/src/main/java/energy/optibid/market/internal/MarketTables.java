package energy.optibid.market.internal;

import energy.optibid.market.NoRulesException;
import energy.optibid.market.Product;
import energy.optibid.market.ProductNotTradedException;
import energy.optibid.market.RuleSet;
import energy.optibid.market.UnknownProductException;
import energy.optibid.market.UnknownZoneException;
import energy.optibid.market.Zone;
import energy.optibid.quantity.MarketTimeUnit;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operators, zones, products and rule sets as tables. */
public final class MarketTables {
    private static final String ZONES = "select code, name, kind, currency, time_zone from zones";
    private static final String RULES = """
            select p.code, r.valid_from, r.valid_to, r.time_zone, r.minutes, r.gate_closure_time, r.result_time,
                   r.min_price, r.max_price, r.price_tick, r.quantity_step_mw, r.max_curve_points, r.currency,
                   r.verified, r.source
              from rule_sets r join products p on p.id = r.product_id
             where p.code = ?
            """;

    private final Connection connection;

    public MarketTables(Connection connection) {
        this.connection = connection;
    }

    /** Numbers of a product and a zone in the tables of prices and fundamentals. */
    public record Traded(int productId, int zoneId) {}

    /** All rule sets of a product in order of their days; empty for an unknown product. */
    public List<RuleSet> allRules(String productCode) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RULES + " order by r.valid_from")) {
            select.setString(1, productCode);
            return list(select, MarketTables::ruleSet);
        }
    }

    public RuleSet rules(String productCode, LocalDate deliveryDate) throws SQLException {
        String onDay = RULES + " and daterange(r.valid_from, r.valid_to, '[)') @> ?";
        try (PreparedStatement select = connection.prepareStatement(onDay)) {
            select.setString(1, productCode);
            select.setObject(2, deliveryDate);
            List<RuleSet> found = list(select, MarketTables::ruleSet);
            if (found.isEmpty()) {
                throw idOf("products", productCode).isPresent()
                        ? new NoRulesException(productCode, deliveryDate)
                        : new UnknownProductException(productCode);
            }
            return found.get(0);
        }
    }

    public List<Product> products() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select p.code, p.name, o.code, o.name,
                       array(select z.code from product_zones pz join zones z on z.id = pz.zone_id
                              where pz.product_id = p.id order by z.code)
                  from products p join market_operators o on o.id = p.operator_id
                 order by p.code
                """)) {
            return list(select, MarketTables::product);
        }
    }

    public List<Zone> zones() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ZONES + " order by code")) {
            return list(select, MarketTables::zone);
        }
    }

    public Zone zone(String code) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ZONES + " where code = ?")) {
            select.setString(1, code);
            return list(select, MarketTables::zone).stream()
                    .findFirst()
                    .orElseThrow(() -> new UnknownZoneException(code));
        }
    }

    /** The numbers of product and zone, where the product is traded in the zone; see the facade for what it throws. */
    public Traded traded(String productCode, String zoneCode) throws SQLException {
        int product = idOf("products", productCode).orElseThrow(() -> new UnknownProductException(productCode));
        int zone = idOf("zones", zoneCode).orElseThrow(() -> new UnknownZoneException(zoneCode));
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from product_zones where product_id = ? and zone_id = ?")) {
            select.setInt(1, product);
            select.setInt(2, zone);
            if (list(select, row -> row.getInt(1)).isEmpty()) {
                throw new ProductNotTradedException(productCode, zoneCode);
            }
        }
        return new Traded(product, zone);
    }

    private Optional<Integer> idOf(String table, String code) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id from " + table + " where code = ?")) {
            select.setString(1, code);
            return list(select, row -> row.getInt(1)).stream().findFirst();
        }
    }

    private static RuleSet ruleSet(ResultSet row) throws SQLException {
        return new RuleSet(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                Optional.ofNullable(row.getObject(3, LocalDate.class)),
                ZoneId.of(row.getString(4)),
                MarketTimeUnit.ofMinutes(row.getInt(5)),
                row.getObject(6, LocalTime.class),
                row.getObject(7, LocalTime.class),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getBigDecimal(10),
                row.getBigDecimal(11),
                row.getInt(12),
                row.getString(13),
                row.getBoolean(14),
                row.getString(15));
    }

    private static Product product(ResultSet row) throws SQLException {
        Array codes = row.getArray(5);
        return new Product(row.getString(1), row.getString(2), row.getString(3), row.getString(4), List.of((String[])
                codes.getArray()));
    }

    private static Zone zone(ResultSet row) throws SQLException {
        return new Zone(
                row.getString(1),
                row.getString(2),
                row.getString(3).equals("system"),
                row.getString(4),
                ZoneId.of(row.getString(5)));
    }

    private interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(PreparedStatement select, RowMapper<T> mapper) throws SQLException {
        List<T> all = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.add(mapper.map(rows));
            }
        }
        return all;
    }
}
