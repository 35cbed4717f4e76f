package energy.optibid.identity.internal;

import energy.optibid.platform.Ids;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The tables of organisations, users and their roles. */
@Stateless
public class UserDirectory {
    private static final String ACCOUNT =
            "select u from UserEntity u join fetch u.organisation left join fetch u.roles where ";

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** The account with this address, which is in lower case. */
    public Optional<Credentials> credentials(String email) {
        return one(entityManager
                .createQuery(ACCOUNT + "u.email = :email", UserEntity.class)
                .setParameter("email", email));
    }

    public Optional<Credentials> credentials(UUID userId) {
        return one(entityManager
                .createQuery(ACCOUNT + "u.id = :id", UserEntity.class)
                .setParameter("id", userId));
    }

    /** The organisation of that name, which is added when there is none. */
    public UUID organisation(String name) {
        return entityManager
                .createQuery("select o from OrganisationEntity o where o.name = :name", OrganisationEntity.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .map(OrganisationEntity::id)
                .orElseGet(() -> addOrganisation(name));
    }

    /** Adds an active user with a password, whose address counts as verified. */
    public void addUser(UUID organisationId, NewUser user, String passwordHash) {
        Instant now = clock.instant();
        OrganisationEntity organisation = entityManager.getReference(OrganisationEntity.class, organisationId);
        UserEntity added = new UserEntity(Ids.next(), organisation, user, now);
        added.password(passwordHash, now);
        added.verified(now);
        entityManager.persist(added);
    }

    private UUID addOrganisation(String name) {
        OrganisationEntity added = new OrganisationEntity(Ids.next(), name, clock.instant());
        entityManager.persist(added);
        return added.id();
    }

    private static Optional<Credentials> one(TypedQuery<UserEntity> query) {
        return query.getResultStream().findFirst().map(UserEntity::credentials);
    }
}
