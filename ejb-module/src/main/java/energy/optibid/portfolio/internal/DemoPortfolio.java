package energy.optibid.portfolio.internal;

import energy.optibid.identity.DemoOrganisation;
import energy.optibid.platform.Actor;
import energy.optibid.platform.DevelopmentSeed;
import energy.optibid.portfolio.AssetDetails;
import energy.optibid.portfolio.AssetFilter;
import energy.optibid.portfolio.GridConnection;
import energy.optibid.portfolio.Location;
import energy.optibid.portfolio.Portfolio;
import energy.optibid.portfolio.SiteDetails;
import energy.optibid.portfolio.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** A battery for the first page to run on, and a site with one asset of each kind; in development only. */
@ApplicationScoped
public class DemoPortfolio implements DevelopmentSeed {
    private static final int ORDER = 30;
    private static final String ZONE = "DE_LU";

    @Inject
    Portfolio portfolio;

    @Inject
    Sites sites;

    @Inject
    DemoOrganisation demo;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void seed() {
        Actor actor = demo.administrator();
        if (portfolio.assets(actor, AssetFilter.living(), 1, Optional.empty()).isEmpty()) {
            portfolio.createAsset(actor, new AssetDetails("Demo battery", ZONE, DemoAssets.BATTERY));
        }
        if (sites.sites(actor, true, 1, Optional.empty()).isEmpty()) {
            UUID site = sites.createSite(actor, site()).id();
            DemoAssets.onSite(site, "Demo", ZONE).forEach(asset -> portfolio.createAsset(actor, asset));
        }
    }

    private static SiteDetails site() {
        Location location = new Location(new BigDecimal("53.8655"), new BigDecimal("10.6866"));
        GridConnection connection =
                new GridConnection(Optional.of(BigDecimal.valueOf(40)), Optional.of(BigDecimal.valueOf(150)));
        return new SiteDetails("Demo site", ZONE, Optional.of(location), connection);
    }
}
