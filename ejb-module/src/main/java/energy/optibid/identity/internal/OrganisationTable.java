package energy.optibid.identity.internal;

import energy.optibid.identity.Organisation;
import energy.optibid.identity.OrganisationPolicy;
import energy.optibid.identity.OrganisationStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The organisation that the transaction is entered for, and the list of all for operators. */
@ApplicationScoped
public class OrganisationTable {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Clock clock;

    public Organisation add(UUID organisationId, String name) {
        OrganisationEntity added = new OrganisationEntity(organisationId, name, clock.instant());
        entityManager.persist(added);
        entityManager.flush();
        return added.organisation();
    }

    /** One that is not deleted. */
    public Optional<Organisation> find(UUID organisationId) {
        return Optional.ofNullable(entityManager.find(OrganisationEntity.class, organisationId))
                .map(OrganisationEntity::organisation)
                .filter(organisation -> organisation.status() != OrganisationStatus.DELETED);
    }

    /** As {@link #find}, and keeps others from changing it, or counting its administrators, meanwhile. */
    public Optional<Organisation> lock(UUID organisationId) {
        return Optional.ofNullable(
                        entityManager.find(OrganisationEntity.class, organisationId, LockModeType.PESSIMISTIC_WRITE))
                .map(OrganisationEntity::organisation)
                .filter(organisation -> organisation.status() != OrganisationStatus.DELETED);
    }

    public Organisation update(UUID organisationId, String name, OrganisationStatus status, OrganisationPolicy policy) {
        OrganisationEntity entity = entityManager.getReference(OrganisationEntity.class, organisationId);
        entity.change(name, status, policy);
        entityManager.flush();
        return entity.organisation();
    }

    /** Whether people of the organisation can log in without a password. */
    public boolean hasIdentityProvider(UUID organisationId) {
        Object found = entityManager
                .createNativeQuery("select exists (select 1 from identity_providers where organisation_id = :id)")
                .setParameter("id", organisationId)
                .getSingleResult();
        return Boolean.TRUE.equals(found);
    }

    /** All that are not deleted, by name, from the one after the given on; whatever the transaction is entered for. */
    @SuppressWarnings("unchecked")
    public List<Organisation> all(String after, int most) {
        List<OrganisationEntity> found = entityManager
                .createNativeQuery("select * from optibid_organisations(:after, :most)", OrganisationEntity.class)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
        return found.stream().map(OrganisationEntity::organisation).toList();
    }
}
