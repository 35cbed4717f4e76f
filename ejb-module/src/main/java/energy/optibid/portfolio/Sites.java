package energy.optibid.portfolio;

import energy.optibid.identity.ChangeHistory;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.portfolio.internal.AssetTables;
import energy.optibid.portfolio.internal.NameTakenException;
import energy.optibid.portfolio.internal.PortfolioJournal;
import energy.optibid.portfolio.internal.PortfolioJson;
import energy.optibid.portfolio.internal.SiteCheck;
import energy.optibid.portfolio.internal.SiteTable;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The sites of an organisation. What belongs to another organisation is not there for the actor. Each change has its
 * audit entry and its event in its transaction.
 */
@Stateless
@OrganisationBound
public class Sites {
    private static final String SITE = "site";

    /** How many assets are named to whoever wants to delete what they stand on. */
    private static final int NAMED_ASSETS = 50;

    @Inject
    SiteTable sites;

    @Inject
    AssetTables assets;

    @Inject
    SiteCheck check;

    @Inject
    PortfolioJournal journal;

    @Inject
    ChangeHistory history;

    @Inject
    Clock clock;

    /**
     * Adds a site; event {@code SiteCreated}.
     *
     * @throws SiteRefusedException with every rule that is broken
     */
    public Site createSite(Actor actor, SiteDetails details) {
        UUID id = Ids.next();
        check.requireSound(actor, id, details, List.of());
        Site site = new Site(
                id,
                actor.organisationId(),
                details.name(),
                details.zoneCode(),
                details.location(),
                details.connection(),
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty());
        try {
            sites.insert(site);
        } catch (NameTakenException e) {
            throw check.nameTaken(details);
        }
        journal.created(actor, SITE, id, PortfolioJson.of(site));
        return site;
    }

    /**
     * One site that lives.
     *
     * @throws SiteNotFoundException where there is none of that id in the actor's organisation
     */
    public Site site(Actor actor, UUID siteId) {
        return living(sites.find(actor.organisationId(), siteId), siteId);
    }

    /**
     * One site, also where it is only kept for its history.
     *
     * @throws SiteNotFoundException where there is none of that id in the actor's organisation
     */
    public Site siteOrDeleted(Actor actor, UUID siteId) {
        return sites.find(actor.organisationId(), siteId).orElseThrow(() -> new SiteNotFoundException(siteId));
    }

    /**
     * One site that lives, as it is to whoever has seen that version.
     *
     * @throws SiteNotFoundException where there is none of that id in the actor's organisation
     * @throws energy.optibid.platform.StaleVersionException where it has another version, with what changed
     */
    public Site siteAt(Actor actor, UUID siteId, int version) {
        return seen(actor, site(actor, siteId), version);
    }

    /**
     * The sites of the actor's organisation, by name.
     *
     * @param deleted whether those too that are only kept for their history
     * @param limit at most so many
     * @param after only those after this place; absent for the first
     */
    public List<Site> sites(Actor actor, boolean deleted, int limit, Optional<ListPosition> after) {
        return sites.list(actor.organisationId(), deleted, limit, after);
    }

    /**
     * Puts other details in place of those that it has; event {@code SiteUpdated}.
     *
     * @param version that the actor has seen
     * @throws SiteNotFoundException where there is none of that id in the actor's organisation
     * @throws energy.optibid.platform.StaleVersionException where it has another version, with what changed
     * @throws SiteRefusedException with every rule that is broken
     */
    public Site changeSite(Actor actor, UUID siteId, int version, SiteDetails details) {
        Site before = seen(actor, living(sites.locked(actor.organisationId(), siteId), siteId), version);
        boolean hasAssets = !assetsOn(actor, siteId, false).isEmpty();
        check.requireSound(actor, siteId, details, check.fixedZone(before, details, hasAssets));
        if (PortfolioJson.of(before.with(details)).equals(PortfolioJson.of(before))) {
            return before;
        }
        Site now;
        try {
            now = sites.change(before, details);
        } catch (NameTakenException e) {
            throw check.nameTaken(details);
        }
        journal.changed(actor, SITE, siteId, PortfolioJson.of(before), PortfolioJson.of(now));
        return now;
    }

    /**
     * Deletes a site: where assets stood on it that are kept for their history, it is kept with them; event
     * {@code SiteDeleted}.
     *
     * @param version that the actor has seen
     * @throws SiteNotFoundException where there is none of that id in the actor's organisation
     * @throws energy.optibid.platform.StaleVersionException where it has another version, with what changed
     * @throws SiteInUseException while assets stand on it
     */
    public void deleteSite(Actor actor, UUID siteId, int version) {
        Site site = seen(actor, living(sites.locked(actor.organisationId(), siteId), siteId), version);
        List<UUID> living = assetsOn(actor, siteId, false);
        if (!living.isEmpty()) {
            throw new SiteInUseException(siteId, living);
        }
        if (assetsOn(actor, siteId, true).isEmpty()) {
            sites.remove(site);
        } else {
            sites.bury(site, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        journal.deleted(actor, SITE, siteId, PortfolioJson.of(site));
    }

    private List<UUID> assetsOn(Actor actor, UUID siteId, boolean deleted) {
        AssetFilter onSite = new AssetFilter(Optional.empty(), Optional.of(siteId), deleted);
        return assets.list(actor.organisationId(), onSite, NAMED_ASSETS, Optional.empty()).stream()
                .map(Asset::id)
                .toList();
    }

    private static Site living(Optional<Site> found, UUID siteId) {
        return found.filter(site -> site.deletedAt().isEmpty()).orElseThrow(() -> new SiteNotFoundException(siteId));
    }

    private Site seen(Actor actor, Site site, int version) {
        history.requireSeen(actor, SITE, site.id(), version, site.version(), PortfolioJson.of(site));
        return site;
    }
}
