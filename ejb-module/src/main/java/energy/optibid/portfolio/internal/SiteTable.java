package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.ListPosition;
import energy.optibid.portfolio.Site;
import energy.optibid.portfolio.SiteDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code sites}. */
@ApplicationScoped
public class SiteTable {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Zones zones;

    /** @throws NameTakenException where another one has its name, also where that is being added just now */
    public void insert(Site site) {
        entityManager.persist(new SiteEntity(site, zones.id(site.zoneCode()).orElseThrow()));
        UniqueNames.flush(entityManager);
    }

    /**
     * Stores what was changed, counting the version up.
     *
     * @throws NameTakenException where another one has its name
     */
    public Site change(Site locked, SiteDetails details) {
        SiteEntity entity = entityManager.find(SiteEntity.class, locked.id());
        entity.change(details, zones.id(details.zoneCode()).orElseThrow());
        entity.version++;
        UniqueNames.flush(entityManager);
        return entity.site();
    }

    /** One site, living or not. */
    public Optional<Site> find(UUID organisationId, UUID siteId) {
        return find(organisationId, siteId, LockModeType.NONE);
    }

    /** One site that nobody changes or deletes before the transaction ends; others may lock it so too. */
    public Optional<Site> kept(UUID organisationId, UUID siteId) {
        return find(organisationId, siteId, LockModeType.PESSIMISTIC_READ);
    }

    /** One site that only this transaction changes. */
    public Optional<Site> locked(UUID organisationId, UUID siteId) {
        return find(organisationId, siteId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Site> find(UUID organisationId, UUID siteId, LockModeType lock) {
        return Optional.ofNullable(entityManager.find(SiteEntity.class, siteId, lock))
                .filter(entity -> entity.organisationId.equals(organisationId))
                .map(SiteEntity::site);
    }

    /** At most so many, by name. */
    public List<Site> list(UUID organisationId, boolean deleted, int limit, Optional<ListPosition> after) {
        TypedQuery<SiteEntity> query = entityManager.createQuery(
                "select s from SiteEntity s where s.organisationId = :organisation"
                        + (deleted ? "" : " and s.deletedAt is null")
                        + (after.isPresent() ? " and (s.name, s.id) > (:name, :id)" : "") + " order by s.name, s.id",
                SiteEntity.class);
        query.setParameter("organisation", organisationId).setMaxResults(limit);
        after.ifPresent(position -> query.setParameter("name", position.name()).setParameter("id", position.id()));
        return query.getResultStream().map(SiteEntity::site).toList();
    }

    /** Whether another living site has the name. */
    public boolean hasName(UUID organisationId, String name, UUID butNot) {
        return UniqueNames.isTaken(entityManager, SiteEntity.class, organisationId, name, butNot);
    }

    /** Marks it as deleted; what stood on it keeps its row. */
    public Site bury(Site locked, Instant now) {
        SiteEntity entity = entityManager.find(SiteEntity.class, locked.id());
        entity.deletedAt = now;
        entity.version++;
        entityManager.flush();
        return entity.site();
    }

    public void remove(Site locked) {
        entityManager.remove(entityManager.find(SiteEntity.class, locked.id()));
        entityManager.flush();
    }
}
