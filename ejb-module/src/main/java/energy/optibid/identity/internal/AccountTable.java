package energy.optibid.identity.internal;

import energy.optibid.identity.Role;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.UserStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The users of the organisation that the transaction is entered for; deleted ones are not there. */
@ApplicationScoped
public class AccountTable {
    private static final String DELETED = UserStatus.DELETED.code();
    private static final String OF_ORGANISATION = "from UserEntity u join fetch u.organisation o"
            + " where o.id = :organisation and u.status <> '" + DELETED + "'";

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** Adds an invited user. */
    public UserAccount add(UUID organisationId, UUID userId, NewUser user) {
        OrganisationEntity organisation = entityManager.getReference(OrganisationEntity.class, organisationId);
        UserEntity added = new UserEntity(userId, organisation, user, clock.instant());
        entityManager.persist(added);
        entityManager.flush();
        return added.account();
    }

    public Optional<UserAccount> find(UUID organisationId, UUID userId) {
        return entity(organisationId, userId).map(UserEntity::account);
    }

    /** As {@link #find(UUID, UUID)}, where the transaction's organisation was looked up and is the right one. */
    public Optional<UserAccount> find(UUID userId) {
        return entityManager
                .createQuery(
                        "select u from UserEntity u join fetch u.organisation where u.id = :user and u.status <> '"
                                + DELETED + "'",
                        UserEntity.class)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst()
                .map(UserEntity::account);
    }

    public Optional<Credentials> credentials(UUID organisationId, UUID userId) {
        return entity(organisationId, userId).map(UserEntity::credentials);
    }

    /** By address, from the one after the given on. */
    public List<UserAccount> list(UUID organisationId, String after, int most) {
        return entityManager
                .createQuery("select u " + OF_ORGANISATION + " and u.email > :after order by u.email", UserEntity.class)
                .setParameter("organisation", organisationId)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(UserEntity::account)
                .toList();
    }

    /** Takes the lock under which the users of an organisation are counted and changed. */
    public void lockOrganisation(UUID organisationId) {
        entityManager.find(OrganisationEntity.class, organisationId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** How many active administrators there are besides one user. */
    public long otherAdministrators(UUID organisationId, UUID userId) {
        return entityManager
                .createQuery(
                        "select count(u) from UserEntity u join u.roles r where u.organisation.id = :organisation"
                                + " and u.status = :active and r = :administrator and u.id <> :user",
                        Long.class)
                .setParameter("organisation", organisationId)
                .setParameter("active", UserStatus.ACTIVE.code())
                .setParameter("administrator", Role.ADMINISTRATOR)
                .setParameter("user", userId)
                .getSingleResult();
    }

    public UserAccount rename(UserAccount user, String displayName) {
        return change(user, entity -> entity.displayName(displayName));
    }

    public UserAccount password(UserAccount user, String hash) {
        return change(user, entity -> entity.password(hash, clock.instant()));
    }

    public UserAccount verified(UserAccount user) {
        return change(user, entity -> entity.verified(clock.instant()));
    }

    public UserAccount update(UserAccount user, String displayName, Set<String> roles, UserStatus status) {
        return change(user, entity -> {
            entity.displayName(displayName);
            entity.roles(roles);
            entity.status(status);
        });
    }

    /** Forgets name, address, password and roles; the row stays. */
    public void erase(UserAccount user) {
        change(user, UserEntity::erase);
    }

    private UserAccount change(UserAccount user, Consumer<UserEntity> change) {
        UserEntity entity = entityManager.getReference(UserEntity.class, user.id());
        change.accept(entity);
        entityManager.flush();
        return entity.account();
    }

    private Optional<UserEntity> entity(UUID organisationId, UUID userId) {
        return entityManager
                .createQuery("select u " + OF_ORGANISATION + " and u.id = :user", UserEntity.class)
                .setParameter("organisation", organisationId)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst();
    }
}
