package energy.optibid.portfolio;

import energy.optibid.platform.Actor;
import energy.optibid.platform.Environment;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.portfolio.internal.DemoAssets;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sites with one plausible asset of each kind and a fast battery, for systems that are tested: in development only. */
@Stateless
@OrganisationBound
public class SamplePlants {
    /** Sites and assets of a sample organisation are told apart by name; it has few. */
    private static final int MOST = 500;

    @Inject
    Sites sites;

    @Inject
    Portfolio portfolio;

    @Inject
    Environment environment;

    /**
     * Adds the site and its assets, each where none of that name lives.
     *
     * @return how many sites and assets were added
     * @throws IllegalStateException in production
     * @throws SiteRefusedException where the details break a rule
     */
    public int add(Actor actor, SiteDetails site) {
        if (!environment.isDevelopment()) {
            throw new IllegalStateException("Sample plants are for development");
        }
        Optional<UUID> found = site(actor, site.name());
        UUID siteId = found.orElseGet(() -> sites.createSite(actor, site).id());
        Set<String> there = assets(actor, siteId).stream().map(Asset::name).collect(Collectors.toSet());
        List<AssetDetails> missing = Stream.concat(
                        DemoAssets.onSite(siteId, site.name(), site.zoneCode()).stream(),
                        Stream.of(DemoAssets.fastBattery(siteId, site.name(), site.zoneCode())))
                .filter(asset -> !there.contains(asset.name()))
                .toList();
        missing.forEach(asset -> portfolio.createAsset(actor, asset));
        return missing.size() + (found.isPresent() ? 0 : 1);
    }

    /**
     * The two batteries of a site that was added, the slow one first.
     *
     * @throws IllegalStateException where there is no such site
     */
    public List<Asset> batteries(Actor actor, String siteName) {
        UUID siteId =
                site(actor, siteName).orElseThrow(() -> new IllegalStateException("There is no site " + siteName));
        return assets(actor, siteId).stream()
                .filter(asset -> asset.kind() == AssetKind.BATTERY)
                .toList();
    }

    private Optional<UUID> site(Actor actor, String name) {
        return sites.sites(actor, false, MOST, Optional.empty()).stream()
                .filter(site -> site.name().equals(name))
                .map(Site::id)
                .findFirst();
    }

    private List<Asset> assets(Actor actor, UUID siteId) {
        AssetFilter onSite = new AssetFilter(Optional.empty(), Optional.of(siteId), false);
        return portfolio.assets(actor, onSite, MOST, Optional.empty());
    }
}
