package energy.optibid.market;

import energy.optibid.market.internal.ComingGates;
import energy.optibid.market.internal.MarketDatabase;
import energy.optibid.market.internal.MarketTables;
import energy.optibid.market.internal.RuleTable;
import energy.optibid.market.internal.ZoneBook;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The market definitions: what is traded where, and by which rules on which day. */
@Stateless
public class Markets {

    @Inject
    MarketDatabase database;

    @Inject
    ZoneBook zones;

    @Inject
    Clock clock;

    /**
     * The rules that are in force on a delivery day.
     *
     * @throws UnknownProductException where there is no such product
     * @throws NoRulesException where it has no rules for that day
     */
    public RuleSet rules(String productCode, LocalDate deliveryDate) {
        return database.read(connection -> new MarketTables(connection).rules(productCode, deliveryDate));
    }

    /**
     * All rule sets of a product, by their days.
     *
     * @throws UnknownProductException where there is no such product
     */
    public List<RuleSet> ruleSets(String productCode) {
        return database.read(connection -> {
            MarketTables tables = new MarketTables(connection);
            tables.requireProduct(productCode);
            return tables.allRules(productCode);
        });
    }

    /**
     * The gates that are still to close, the next one first.
     *
     * @param ofEach at most so many of each product
     */
    public List<Gate> comingGates(int ofEach) {
        List<RuleSet> rules = database.read(connection -> new RuleTable(connection).all());
        return new ComingGates(rules, clock.instant()).next(ofEach);
    }

    /** All products, sorted by code. */
    public List<Product> products() {
        return database.read(connection -> new MarketTables(connection).products());
    }

    /** All zones, sorted by code. */
    public List<Zone> zones() {
        return database.read(connection -> new MarketTables(connection).zones());
    }

    /**
     * One zone.
     *
     * @throws UnknownZoneException where there is no such zone
     */
    public Zone zone(String code) {
        return zones.zone(code);
    }

    /**
     * Passes where the product is traded in the zone.
     *
     * @throws UnknownProductException where there is no such product
     * @throws UnknownZoneException where there is no such zone
     * @throws ProductNotTradedException where both exist, but not together
     */
    public void requireTraded(String productCode, String zoneCode) {
        database.read(connection -> new MarketTables(connection).traded(productCode, zoneCode));
    }
}
