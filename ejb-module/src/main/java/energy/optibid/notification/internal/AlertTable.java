package energy.optibid.notification.internal;

import energy.optibid.notification.Alert;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code alerts}. */
@ApplicationScoped
public class AlertTable {
    private static final String STANDING =
            "from AlertEntity a where a.organisationId = :organisation and a.withdrawnAt is null and a.endsAt > :now";

    @PersistenceContext(unitName = "optibid")
    EntityManager entities;

    /** The newest first. */
    public List<Alert> standing(UUID organisationId, Instant now) {
        return entities.createQuery("select a " + STANDING + " order by a.id desc", AlertEntity.class)
                .setParameter("organisation", organisationId)
                .setParameter("now", now)
                .getResultStream()
                .map(AlertEntity::alert)
                .toList();
    }

    public void insert(UUID organisationId, Alert alert) {
        entities.persist(new AlertEntity(organisationId, alert));
    }

    /** @return the alert that was withdrawn; absent where none of that id stands */
    public Optional<Alert> withdraw(UUID organisationId, UUID alertId, Instant now) {
        Optional<AlertEntity> found = entities.createQuery(
                        "select a " + STANDING + " and a.id = :id", AlertEntity.class)
                .setParameter("organisation", organisationId)
                .setParameter("now", now)
                .setParameter("id", alertId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
        found.ifPresent(alert -> alert.withdrawnAt = now);
        return found.map(AlertEntity::alert);
    }
}
