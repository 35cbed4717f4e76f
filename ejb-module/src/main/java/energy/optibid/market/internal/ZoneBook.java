package energy.optibid.market.internal;

import energy.optibid.market.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Zones by their codes, each read once: they come and change by migrations alone, between which a node is started. */
@ApplicationScoped
public class ZoneBook {
    private final Map<String, Zone> zones = new ConcurrentHashMap<>();

    @Inject
    MarketDatabase database;

    /** See {@link energy.optibid.market.Markets#zone}. */
    public Zone zone(String code) {
        Zone known = zones.get(code);
        if (known != null) {
            return known;
        }
        Zone read = database.read(connection -> new MarketTables(connection).zone(code));
        zones.put(code, read);
        return read;
    }
}
