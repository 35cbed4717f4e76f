package energy.optibid.market.internal;

import energy.optibid.market.NoRulesException;
import energy.optibid.market.PriceFileKind;
import energy.optibid.market.Product;
import energy.optibid.market.ProductNotTradedException;
import energy.optibid.market.RuleSet;
import energy.optibid.market.UnknownProductException;
import energy.optibid.market.UnknownZoneException;
import energy.optibid.market.Zone;
import energy.optibid.market.internal.files.ZoneNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Operators, zones, products and rule sets as tables. */
public final class MarketTables {
    private static final String ZONES = "select code, name, kind, currency, time_zone from zones";
    private final Connection connection;

    public MarketTables(Connection connection) {
        this.connection = connection;
    }

    /** Numbers of a product and a zone in the tables of prices and fundamentals. */
    public record Traded(int productId, int zoneId) {}

    /** All rule sets of a product in order of their days; empty for an unknown product. */
    public List<RuleSet> allRules(String productCode) throws SQLException {
        return new RuleTable(connection).ofProduct(productCode);
    }

    public RuleSet rules(String productCode, LocalDate deliveryDate) throws SQLException {
        Optional<RuleSet> found = new RuleTable(connection).onDay(productCode, deliveryDate);
        if (found.isEmpty()) {
            requireProduct(productCode);
        }
        return found.orElseThrow(() -> new NoRulesException(productCode, deliveryDate));
    }

    /** The time zone that decides the trading day of a product that has rules, by the latest of them. */
    public ZoneId tradingZone(int productId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select time_zone from rule_sets where product_id = ? order by valid_from desc limit 1")) {
            select.setInt(1, productId);
            return ZoneId.of(Rows.list(select, row -> row.getString(1)).get(0));
        }
    }

    /** Its number; see the facade for what it throws. */
    public int requireProduct(String productCode) throws SQLException {
        return idOf("products", productCode).orElseThrow(() -> new UnknownProductException(productCode));
    }

    /** Its number; see the facade for what it throws. */
    public int requireZone(String zoneCode) throws SQLException {
        return idOf("zones", zoneCode).orElseThrow(() -> new UnknownZoneException(zoneCode));
    }

    public List<Product> products() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select p.code, p.name, o.code, o.name,
                       not exists (select from rule_sets r where r.product_id = p.id and r.session_minutes is not null),
                       array(select z.code from product_zones pz join zones z on z.id = pz.zone_id
                              where pz.product_id = p.id order by z.code)
                  from products p join market_operators o on o.id = p.operator_id
                 order by p.code
                """)) {
            return Rows.list(select, MarketTables::product);
        }
    }

    public List<Zone> zones() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ZONES + " order by code")) {
            return Rows.list(select, MarketTables::zone);
        }
    }

    public Zone zone(String code) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ZONES + " where code = ?")) {
            select.setString(1, code);
            return Rows.list(select, MarketTables::zone).stream()
                    .findFirst()
                    .orElseThrow(() -> new UnknownZoneException(code));
        }
    }

    /** Codes of a product's zones by what files of a kind call them, of those that such files have. */
    Map<String, String> zonesByName(String productCode, PriceFileKind kind) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select z.code, z.eic from zones z join product_zones pz on pz.zone_id = z.id
                  join products p on p.id = pz.product_id where p.code = ?
                """)) {
            select.setString(1, productCode);
            Map<String, String> zones = new HashMap<>();
            for (Named zone : Rows.list(select, row -> new Named(row.getString(1), row.getString(2)))) {
                ZoneNames.of(kind, zone.code(), Optional.ofNullable(zone.areaCode()))
                        .ifPresent(name -> zones.put(name, zone.code()));
            }
            return zones;
        }
    }

    private record Named(String code, @Nullable String areaCode) {}

    /** Code of the zone with that energy identification code. */
    Optional<String> zoneOfArea(String eic) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select code from zones where eic = ?")) {
            select.setString(1, eic);
            return Rows.list(select, row -> row.getString(1)).stream().findFirst();
        }
    }

    /** The numbers of product and zone, where the product is traded in the zone; see the facade for what it throws. */
    public Traded traded(String productCode, String zoneCode) throws SQLException {
        // One question, because each request for prices begins with it.
        try (PreparedStatement select = connection.prepareStatement("""
                select p.id, z.id, pz.zone_id from (values (?, ?)) wanted (product, zone)
                  left join products p on p.code = wanted.product
                  left join zones z on z.code = wanted.zone
                  left join product_zones pz on pz.product_id = p.id and pz.zone_id = z.id
                """)) {
            select.setString(1, productCode);
            select.setString(2, zoneCode);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (row.getObject(1) == null) {
                    throw new UnknownProductException(productCode);
                }
                if (row.getObject(2) == null) {
                    throw new UnknownZoneException(zoneCode);
                }
                if (row.getObject(3) == null) {
                    throw new ProductNotTradedException(productCode, zoneCode);
                }
                return new Traded(row.getInt(1), row.getInt(2));
            }
        }
    }

    private Optional<Integer> idOf(String table, String code) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id from " + table + " where code = ?")) {
            select.setString(1, code);
            return Rows.list(select, row -> row.getInt(1)).stream().findFirst();
        }
    }

    private static Product product(ResultSet row) throws SQLException {
        String[] codes = (String[]) row.getArray(6).getArray();
        return new Product(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                List.of(codes));
    }

    private static Zone zone(ResultSet row) throws SQLException {
        return new Zone(
                row.getString(1),
                row.getString(2),
                row.getString(3).equals("system"),
                row.getString(4),
                ZoneId.of(row.getString(5)));
    }
}
