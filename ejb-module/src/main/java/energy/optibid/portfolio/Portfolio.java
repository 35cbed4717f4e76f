package energy.optibid.portfolio;

import energy.optibid.identity.ChangeHistory;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.portfolio.internal.AssetCheck;
import energy.optibid.portfolio.internal.AssetTables;
import energy.optibid.portfolio.internal.NameTakenException;
import energy.optibid.portfolio.internal.PortfolioJournal;
import energy.optibid.portfolio.internal.PortfolioJson;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The assets of an organisation. What belongs to another organisation is not there for the actor. Each change has its
 * audit entry and its event in its transaction.
 */
@Stateless
@OrganisationBound
public class Portfolio {
    private static final String ASSET = "asset";

    @Inject
    AssetTables assets;

    @Inject
    AssetCheck check;

    @Inject
    PortfolioJournal journal;

    @Inject
    ChangeHistory history;

    @Inject
    @Any
    Instance<AssetHistory> histories;

    @Inject
    Clock clock;

    /**
     * Adds an asset; event {@code AssetCreated}.
     *
     * @throws AssetRefusedException with every rule that is broken
     */
    public Asset createAsset(Actor actor, AssetDetails details) {
        UUID id = Ids.next();
        check.requireSound(actor, id, details, List.of());
        Asset asset = new Asset(
                id,
                actor.organisationId(),
                details.siteId(),
                details.name(),
                details.zoneCode(),
                details.parameters(),
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty());
        try {
            assets.insert(asset);
        } catch (NameTakenException e) {
            throw check.nameTaken(details);
        }
        journal.created(actor, ASSET, id, PortfolioJson.of(asset));
        return asset;
    }

    /**
     * One asset that lives.
     *
     * @throws AssetNotFoundException where there is none of that id in the actor's organisation
     */
    public Asset asset(Actor actor, UUID assetId) {
        return assets.find(actor.organisationId(), assetId)
                .filter(asset -> asset.deletedAt().isEmpty())
                .orElseThrow(() -> new AssetNotFoundException(assetId));
    }

    /**
     * One asset, also where it is only kept for its history.
     *
     * @throws AssetNotFoundException where there is none of that id in the actor's organisation
     */
    public Asset assetOrDeleted(Actor actor, UUID assetId) {
        return assets.find(actor.organisationId(), assetId).orElseThrow(() -> new AssetNotFoundException(assetId));
    }

    /**
     * One asset that lives, as it is to whoever has seen that version.
     *
     * @throws AssetNotFoundException where there is none of that id in the actor's organisation
     * @throws energy.optibid.platform.StaleVersionException where it has another version, with what changed
     */
    public Asset assetAt(Actor actor, UUID assetId, int version) {
        return seen(actor, asset(actor, assetId), version);
    }

    /**
     * One asset that lives and cannot be changed or deleted before the caller's transaction ends, to hang history on it.
     *
     * @throws AssetNotFoundException where there is none of that id in the actor's organisation
     */
    public Asset assetToUse(Actor actor, UUID assetId) {
        return living(assets.kept(actor.organisationId(), assetId), assetId);
    }

    /**
     * The assets of the actor's organisation, by name.
     *
     * @param limit at most so many
     * @param after only those after this place; absent for the first
     */
    public List<Asset> assets(Actor actor, AssetFilter filter, int limit, Optional<ListPosition> after) {
        return assets.list(actor.organisationId(), filter, limit, after);
    }

    /**
     * Puts other details in place of those that it has; event {@code AssetUpdated}.
     *
     * @param version that the actor has seen
     * @throws AssetNotFoundException where there is none of that id in the actor's organisation
     * @throws energy.optibid.platform.StaleVersionException where it has another version, with what changed
     * @throws AssetRefusedException with every rule that is broken
     */
    public Asset changeAsset(Actor actor, UUID assetId, int version, AssetDetails details) {
        Asset before = seen(actor, locked(actor, assetId), version);
        check.requireSound(actor, assetId, details, check.fixedKind(before, details));
        if (PortfolioJson.of(before.with(details)).equals(PortfolioJson.of(before))) {
            return before;
        }
        Asset now;
        try {
            now = assets.change(before, details);
        } catch (NameTakenException e) {
            throw check.nameTaken(details);
        }
        journal.changed(actor, ASSET, assetId, PortfolioJson.of(before), PortfolioJson.of(now));
        return now;
    }

    /**
     * Deletes an asset: where bid runs name it, it is kept for them and only not listed any more; event
     * {@code AssetDeleted}.
     *
     * @param version that the actor has seen
     * @throws AssetNotFoundException where there is none of that id in the actor's organisation
     * @throws energy.optibid.platform.StaleVersionException where it has another version, with what changed
     * @throws AssetInUseException while bid runs work with it
     */
    public void deleteAsset(Actor actor, UUID assetId, int version) {
        Asset asset = seen(actor, locked(actor, assetId), version);
        UUID organisation = actor.organisationId();
        List<UUID> open = histories.stream()
                .flatMap(history -> history.openRuns(organisation, assetId).stream())
                .toList();
        if (!open.isEmpty()) {
            throw new AssetInUseException(assetId, open);
        }
        if (histories.stream().anyMatch(history -> history.holds(organisation, assetId))) {
            assets.bury(asset, clock.instant().truncatedTo(ChronoUnit.MICROS));
        } else {
            assets.remove(asset);
        }
        journal.deleted(actor, ASSET, assetId, PortfolioJson.of(asset));
    }

    private Asset locked(Actor actor, UUID assetId) {
        return living(assets.locked(actor.organisationId(), assetId), assetId);
    }

    private static Asset living(Optional<Asset> found, UUID assetId) {
        return found.filter(asset -> asset.deletedAt().isEmpty())
                .orElseThrow(() -> new AssetNotFoundException(assetId));
    }

    private Asset seen(Actor actor, Asset asset, int version) {
        history.requireSeen(actor, ASSET, asset.id(), version, asset.version(), PortfolioJson.of(asset));
        return asset;
    }
}
