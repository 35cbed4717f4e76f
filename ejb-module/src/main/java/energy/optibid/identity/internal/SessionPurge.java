package energy.optibid.identity.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Deletes sessions that are long over, of all organisations. What they did stays in the audit trail. */
@Stateless
public class SessionPurge {
    private static final Logger LOG = Logger.getLogger(SessionPurge.class.getName());
    private static final Duration KEPT = Duration.ofDays(1);

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Clock clock;

    public void run() {
        Number purged = (Number) entityManager
                .createNativeQuery("select optibid_purge_sessions(:before)")
                .setParameter("before", clock.instant().minus(KEPT))
                .getSingleResult();
        LOG.log(Level.FINE, "{0} sessions that are long over were deleted", purged);
    }
}
