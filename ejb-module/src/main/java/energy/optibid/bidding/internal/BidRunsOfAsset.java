package energy.optibid.bidding.internal;

import energy.optibid.portfolio.AssetHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The bid runs that name an asset. */
@ApplicationScoped
public class BidRunsOfAsset implements AssetHistory {

    @PersistenceContext(unitName = "optibid")
    EntityManager entities;

    @Override
    public boolean holds(UUID organisationId, UUID assetId) {
        return !runs(organisationId, assetId, "", 1).isEmpty();
    }

    @Override
    public List<UUID> openRuns(UUID organisationId, UUID assetId) {
        return runs(organisationId, assetId, " and r.state in ('queued', 'running', 'awaiting-results')", 50);
    }

    private List<UUID> runs(UUID organisationId, UUID assetId, String which, int limit) {
        return entities.createQuery(
                        "select r.id from BidRunEntity r where r.organisationId = :organisation and r.assetId = :asset"
                                + which + " order by r.id",
                        UUID.class)
                .setParameter("organisation", organisationId)
                .setParameter("asset", assetId)
                .setMaxResults(limit)
                .getResultList();
    }
}
