package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.Asset;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables {@code assets} and {@code batteries}. */
@ApplicationScoped
public class AssetTables {
    private static final String WITH_BATTERY = "select a from AssetEntity a join fetch a.battery where ";

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    public void insert(Asset asset) {
        entityManager.persist(new AssetEntity(asset, zoneId(asset.zoneCode()).orElseThrow()));
        entityManager.flush();
    }

    public Optional<Asset> find(UUID organisationId, UUID assetId) {
        TypedQuery<AssetEntity> query = entityManager
                .createQuery(WITH_BATTERY + "a.organisationId = :organisation and a.id = :id", AssetEntity.class)
                .setParameter("organisation", organisationId)
                .setParameter("id", assetId);
        return query.getResultStream().findFirst().map(AssetEntity::asset);
    }

    public List<Asset> list(UUID organisationId) {
        return entityManager
                .createQuery(WITH_BATTERY + "a.organisationId = :organisation order by a.name", AssetEntity.class)
                .setParameter("organisation", organisationId)
                .getResultStream()
                .map(AssetEntity::asset)
                .toList();
    }

    public boolean hasZone(String code) {
        return zoneId(code).isPresent();
    }

    public boolean hasName(UUID organisationId, String name) {
        return !entityManager
                .createQuery(
                        "select a.id from AssetEntity a where a.organisationId = :organisation and a.name = :name",
                        UUID.class)
                .setParameter("organisation", organisationId)
                .setParameter("name", name)
                .getResultList()
                .isEmpty();
    }

    private Optional<Short> zoneId(String code) {
        List<?> ids = entityManager
                .createNativeQuery("select id from zones where code = :code", Short.class)
                .setParameter("code", code)
                .getResultList();
        return ids.stream().map(Short.class::cast).findFirst();
    }
}
