package energy.optibid.identity.internal;

import energy.optibid.platform.Ids;
import energy.optibid.platform.Tenancy;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
    Tenancy tenancy;

    @Inject
    Clock clock;

    /**
     * The account with this address, which is in lower case, whichever organisation it belongs to; the transaction is
     * entered for that organisation.
     */
    public Optional<Credentials> credentials(String email) {
        return find(email).flatMap(found -> {
            tenancy.enter(found.organisationId());
            return credentials(found.userId());
        });
    }

    /** Whose address this is; all that is told across organisations. */
    @SuppressWarnings("unchecked")
    public Optional<FoundUser> find(String email) {
        List<Tuple> rows = entityManager
                .createNativeQuery("select id, organisation_id from optibid_user_by_email(:email)", Tuple.class)
                .setParameter("email", email)
                .getResultList();
        return rows.stream()
                .map(row -> new FoundUser(row.get(0, UUID.class), row.get(1, UUID.class)))
                .findFirst();
    }

    /** The account of that id, where it belongs to the transaction's organisation. */
    public Optional<Credentials> credentials(UUID userId) {
        return one(entityManager
                .createQuery(ACCOUNT + "u.id = :id", UserEntity.class)
                .setParameter("id", userId));
    }

    /** The organisation of that name, which is added when there is none; the transaction is entered for it. */
    public UUID organisation(String name) {
        UUID id = organisationId(name).orElseGet(Ids::next);
        tenancy.enter(id);
        if (entityManager.find(OrganisationEntity.class, id) == null) {
            entityManager.persist(new OrganisationEntity(id, name, clock.instant()));
        }
        return id;
    }

    private Optional<UUID> organisationId(String name) {
        return Optional.ofNullable((UUID) entityManager
                .createNativeQuery("select optibid_organisation_by_name(:name)", UUID.class)
                .setParameter("name", name)
                .getSingleResult());
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

    private static Optional<Credentials> one(TypedQuery<UserEntity> query) {
        return query.getResultStream().findFirst().map(UserEntity::credentials);
    }
}
