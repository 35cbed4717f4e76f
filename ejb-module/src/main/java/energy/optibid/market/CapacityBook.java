package energy.optibid.market;

import energy.optibid.market.internal.CapacityTable;
import energy.optibid.market.internal.MarketDatabase;
import energy.optibid.market.internal.MarketTables;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The published installed capacities. */
@Stateless
public class CapacityBook {

    @Inject
    MarketDatabase database;

    /**
     * The capacities of the year that has {@code at}: of each production type the value that was known last, and of that the
     * last correction. A value that became known at {@code asOf} itself counts as known.
     *
     * @param asOf absent for the best knowledge, whenever it came
     * @return by the code of the production type; types without a known value are left out
     * @throws UnknownZoneException where there is no such zone
     */
    public List<InstalledCapacity> inForce(String zoneCode, Instant at, Optional<Instant> asOf) {
        return database.read(connection -> {
            int zoneId = new MarketTables(connection).requireZone(zoneCode);
            return new CapacityTable(connection, zoneId).inForce(at, asOf);
        });
    }
}
