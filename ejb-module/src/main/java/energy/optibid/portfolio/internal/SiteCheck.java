package energy.optibid.portfolio.internal;

import energy.optibid.platform.Actor;
import energy.optibid.portfolio.PortfolioFinding;
import energy.optibid.portfolio.PortfolioRule;
import energy.optibid.portfolio.Site;
import energy.optibid.portfolio.SiteDetails;
import energy.optibid.portfolio.SiteRefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Checks what a user says of a site, by itself and against what is stored. */
@ApplicationScoped
public class SiteCheck {

    @Inject
    SiteTable sites;

    @Inject
    Zones zones;

    /**
     * Passes where all rules are kept.
     *
     * @param more what the caller has found already
     * @throws SiteRefusedException with every rule that is broken
     */
    public void requireSound(Actor actor, UUID siteId, SiteDetails details, List<PortfolioFinding> more) {
        List<PortfolioFinding> findings = new ArrayList<>(more);
        List<PortfolioFinding> own = SiteRules.findings(details);
        findings.addAll(own);
        if (zones.id(details.zoneCode()).isEmpty()) {
            findings.add(unknownZone(details.zoneCode()));
        }
        boolean named = own.stream().noneMatch(finding -> finding.rule() == PortfolioRule.INVALID_NAME);
        if (named && sites.hasName(actor.organisationId(), details.name(), siteId)) {
            findings.add(taken(details));
        }
        if (!findings.isEmpty()) {
            throw new SiteRefusedException(findings);
        }
    }

    /** The finding that the zone would change under assets, if it would. */
    public List<PortfolioFinding> fixedZone(Site before, SiteDetails details, boolean hasAssets) {
        return !hasAssets || details.zoneCode().equals(before.zoneCode())
                ? List.of()
                : List.of(new PortfolioFinding(
                        PortfolioRule.ZONE_FIXED,
                        "zoneCode",
                        "The zone cannot change while assets stand on the site",
                        details.zoneCode()));
    }

    /** For a name that was free when it was checked. */
    public SiteRefusedException nameTaken(SiteDetails details) {
        return new SiteRefusedException(List.of(taken(details)));
    }

    static PortfolioFinding unknownZone(String code) {
        return new PortfolioFinding(PortfolioRule.UNKNOWN_ZONE, "zoneCode", "There is no bidding zone " + code, code);
    }

    private static PortfolioFinding taken(SiteDetails details) {
        return new PortfolioFinding(
                PortfolioRule.NAME_TAKEN, "name", "Another site is called " + details.name(), details.name());
    }
}
