package energy.optibid.market;

import energy.optibid.market.internal.MarketDatabase;
import energy.optibid.market.internal.MarketTables;
import energy.optibid.market.internal.SimulatedCsv;
import energy.optibid.platform.Environment;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Simulated prices and fundamentals as CSV, in development only. */
@Stateless
public class MarketSimulation {
    /** The seed of the demo data. */
    public static final long DEMO_SEED = 2026;

    /** The longest simulation: ten years. */
    public static final int MOST_DAYS = 3_660;

    @Inject
    MarketDatabase database;

    @Inject
    Environment environment;

    /**
     * Writes a CSV with the header {@code time,price,load,wind-solar}: start of the period (UTC), price on the tick of
     * the product, MW of load, MW of wind and sun. {@link #mapping} imports it.
     *
     * @param first first delivery day
     * @param last last delivery day, at most {@value #MOST_DAYS} days from the first
     * @param out taken from in chunks; neither flushed nor closed
     * @throws SimulationUnavailableException in production
     * @throws InvalidMappingException where the days are not in order or too many
     * @throws UnknownProductException where there is no such product
     * @throws UnknownZoneException where there is no such zone
     * @throws ProductNotTradedException where the product is not traded in the zone
     * @throws NoRulesException where the product has no rules for a day
     */
    public void writeCsv(
            String productCode, String zoneCode, LocalDate first, LocalDate last, long seed, Appendable out)
            throws IOException {
        if (!environment.isDevelopment()) {
            throw new SimulationUnavailableException();
        }
        if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new InvalidMappingException(
                    "to", last.toString(), first + " or at most " + MOST_DAYS + " days later");
        }
        List<RuleSet> rules = database.read(connection -> {
            MarketTables tables = new MarketTables(connection);
            tables.traded(productCode, zoneCode);
            tables.rules(productCode, first);
            tables.rules(productCode, last);
            return tables.allRules(productCode);
        });
        new SimulatedCsv(new PriceSimulator(zoneCode, seed), rules).write(first, last, out);
    }

    /** How to import what {@link #writeCsv} wrote. */
    public static CsvMapping mapping(String productCode, String zoneCode) {
        return SimulatedCsv.mapping(productCode, zoneCode);
    }
}
