package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.Asset;
import energy.optibid.portfolio.AssetDetails;
import energy.optibid.portfolio.AssetFilter;
import energy.optibid.portfolio.AssetKind;
import energy.optibid.portfolio.AssetParameters;
import energy.optibid.portfolio.ListPosition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table {@code assets} and those of the parameters. */
@ApplicationScoped
public class AssetTables {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Zones zones;

    /** @throws NameTakenException where another one has its name, also where that is being added just now */
    public void insert(Asset asset) {
        entityManager.persist(new AssetEntity(asset, zones.id(asset.zoneCode()).orElseThrow()));
        UniqueNames.flush(entityManager);
        ParameterTable.of(asset.kind()).insert(entityManager, asset.id(), asset.parameters());
    }

    /**
     * Stores what was changed, counting the version up.
     *
     * @throws NameTakenException where another one has its name
     */
    public Asset change(Asset locked, AssetDetails details) {
        AssetEntity entity = entityManager.find(AssetEntity.class, locked.id());
        entity.change(details, zones.id(details.zoneCode()).orElseThrow());
        entity.version++;
        UniqueNames.flush(entityManager);
        ParameterTable.of(locked.kind()).update(entityManager, locked.id(), details.parameters());
        return entity.asset(details.parameters());
    }

    /** One asset, living or not. */
    public Optional<Asset> find(UUID organisationId, UUID assetId) {
        return find(organisationId, assetId, LockModeType.NONE);
    }

    /** One asset that nobody changes or deletes before the transaction ends; others may lock it so too. */
    public Optional<Asset> kept(UUID organisationId, UUID assetId) {
        return find(organisationId, assetId, LockModeType.PESSIMISTIC_READ);
    }

    /** One asset that only this transaction changes. */
    public Optional<Asset> locked(UUID organisationId, UUID assetId) {
        return find(organisationId, assetId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Asset> find(UUID organisationId, UUID assetId, LockModeType lock) {
        return Optional.ofNullable(entityManager.find(AssetEntity.class, assetId, lock))
                .filter(entity -> entity.organisationId.equals(organisationId))
                .flatMap(entity -> assets(List.of(entity)).stream().findFirst());
    }

    /** At most so many, by name. */
    public List<Asset> list(UUID organisationId, AssetFilter filter, int limit, Optional<ListPosition> after) {
        StringBuilder where = new StringBuilder("select a from AssetEntity a where a.organisationId = :organisation");
        Map<String, Object> values = new HashMap<>(Map.of("organisation", organisationId));
        filter.kind().ifPresent(kind -> {
            where.append(" and a.kind = :kind");
            values.put("kind", kind.code());
        });
        filter.siteId().ifPresent(site -> {
            where.append(" and a.siteId = :site");
            values.put("site", site);
        });
        after.ifPresent(position -> {
            where.append(" and (a.name, a.id) > (:name, :id)");
            values.put("name", position.name());
            values.put("id", position.id());
        });
        where.append(filter.deleted() ? "" : " and a.deletedAt is null").append(" order by a.name, a.id");
        TypedQuery<AssetEntity> query = entityManager.createQuery(where.toString(), AssetEntity.class);
        values.forEach(query::setParameter);
        return assets(query.setMaxResults(limit).getResultList());
    }

    /** With their parameters, by one query a kind. */
    private List<Asset> assets(List<AssetEntity> entities) {
        Map<AssetKind, List<UUID>> byKind = entities.stream()
                .collect(Collectors.groupingBy(
                        AssetEntity::kind, Collectors.mapping(entity -> entity.id, Collectors.toList())));
        Map<UUID, AssetParameters> parameters = new HashMap<>();
        byKind.forEach((kind, ids) -> parameters.putAll(ParameterTable.of(kind).read(entityManager, ids)));
        return entities.stream()
                .map(entity -> Optional.ofNullable(parameters.get(entity.id)).map(entity::asset))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether another living asset has the name. */
    public boolean hasName(UUID organisationId, String name, UUID butNot) {
        return UniqueNames.isTaken(entityManager, AssetEntity.class, organisationId, name, butNot);
    }

    /** Marks it as deleted; its history keeps its row. */
    public Asset bury(Asset locked, Instant now) {
        AssetEntity entity = entityManager.find(AssetEntity.class, locked.id());
        entity.deletedAt = now;
        entity.version++;
        entityManager.flush();
        return entity.asset(locked.parameters());
    }

    /** Removes it with its parameters. */
    public void remove(Asset locked) {
        entityManager.remove(entityManager.find(AssetEntity.class, locked.id()));
        entityManager.flush();
    }
}
