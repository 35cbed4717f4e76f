package energy.optibid.market;

import energy.optibid.market.internal.FetchPlan;
import energy.optibid.market.internal.MarketDatabase;
import energy.optibid.market.internal.SourceTable;
import energy.optibid.platform.Capabilities;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.Settings;
import energy.optibid.platform.Switch;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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

    /** By zone and document; empty where nothing is fetched. */
    public List<MarketSource> all() {
        return capabilities.of(ServiceName.ENTSOE) == Switch.OFF
                ? List.of()
                : database.read(connection -> new SourceTable(connection).all(FetchPlan.of(settings)));
    }
}
