package energy.optibid.portfolio.internal;

import energy.optibid.platform.Actor;
import energy.optibid.portfolio.Asset;
import energy.optibid.portfolio.AssetDetails;
import energy.optibid.portfolio.AssetRefusedException;
import energy.optibid.portfolio.PortfolioFinding;
import energy.optibid.portfolio.PortfolioRule;
import energy.optibid.portfolio.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Checks what a user says of an asset, by itself and against what is stored. */
@ApplicationScoped
public class AssetCheck {

    @Inject
    AssetTables assets;

    @Inject
    SiteTable sites;

    @Inject
    Zones zones;

    /**
     * Passes where all rules are kept. The site is locked against deletion then.
     *
     * @param more what the caller has found already
     * @throws AssetRefusedException with every rule that is broken
     */
    public void requireSound(Actor actor, UUID assetId, AssetDetails details, List<PortfolioFinding> more) {
        List<PortfolioFinding> findings = new ArrayList<>(more);
        List<PortfolioFinding> own = AssetRules.findings(details);
        findings.addAll(own);
        if (zones.id(details.zoneCode()).isEmpty()) {
            findings.add(SiteCheck.unknownZone(details.zoneCode()));
        }
        details.siteId().flatMap(site -> atSite(actor, site, details)).ifPresent(findings::add);
        boolean named = own.stream().noneMatch(finding -> finding.rule() == PortfolioRule.INVALID_NAME);
        if (named && assets.hasName(actor.organisationId(), details.name(), assetId)) {
            findings.add(taken(details));
        }
        if (!findings.isEmpty()) {
            throw new AssetRefusedException(findings);
        }
    }

    /** The finding that the kind would change, if it would. */
    public List<PortfolioFinding> fixedKind(Asset before, AssetDetails details) {
        String kind = details.parameters().kind().code();
        return details.parameters().kind() == before.kind()
                ? List.of()
                : List.of(new PortfolioFinding(
                        PortfolioRule.KIND_FIXED,
                        "kind",
                        "An asset of kind %s cannot become one of kind %s"
                                .formatted(before.kind().code(), kind),
                        kind));
    }

    /** For a name that was free when it was checked. */
    public AssetRefusedException nameTaken(AssetDetails details) {
        return new AssetRefusedException(List.of(taken(details)));
    }

    private Optional<PortfolioFinding> atSite(Actor actor, UUID siteId, AssetDetails details) {
        Optional<Site> site = sites.kept(actor.organisationId(), siteId)
                .filter(found -> found.deletedAt().isEmpty());
        if (site.isEmpty()) {
            return Optional.of(new PortfolioFinding(
                    PortfolioRule.UNKNOWN_SITE, "siteId", "There is no site " + siteId, siteId.toString()));
        }
        String zone = site.get().zoneCode();
        return zone.equals(details.zoneCode())
                ? Optional.empty()
                : Optional.of(new PortfolioFinding(
                        PortfolioRule.NOT_IN_ZONE_OF_SITE,
                        "zoneCode",
                        "The site lies in zone " + zone,
                        details.zoneCode()));
    }

    private static PortfolioFinding taken(AssetDetails details) {
        return new PortfolioFinding(
                PortfolioRule.NAME_TAKEN, "name", "Another asset is called " + details.name(), details.name());
    }
}
