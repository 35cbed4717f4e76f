package energy.optibid.market;

import energy.optibid.market.internal.FetchPlan;
import energy.optibid.market.internal.MarketDatabase;
import energy.optibid.market.internal.SourceTable;
import energy.optibid.platform.Capabilities;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.ServiceReport;
import energy.optibid.platform.Services;
import energy.optibid.platform.Settings;
import energy.optibid.platform.Switch;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What is fetched from the Transparency Platform of ENTSO-E, and how old it is. */
@Stateless
public class MarketSources {

    @Inject
    MarketDatabase database;

    @Inject
    Capabilities capabilities;

    @Inject
    Settings settings;

    @Inject
    Services services;

    @Inject
    Clock clock;

    /** By zone and document; empty where nothing is fetched. */
    public List<MarketSource> all() {
        if (capabilities.of(ServiceName.ENTSOE) == Switch.OFF) {
            return List.of();
        }
        List<MarketSource> sources =
                database.read(connection -> new SourceTable(connection).all(FetchPlan.of(settings)));
        ServiceReport platform = services.of(ServiceName.ENTSOE).report();
        if (!platform.isMissed()) {
            return sources;
        }
        String reason = platform.lastError().orElse("the platform is away");
        Instant now = clock.instant();
        return sources.stream()
                .map(source -> source.away(now, platform.since(), reason))
                .toList();
    }
}
