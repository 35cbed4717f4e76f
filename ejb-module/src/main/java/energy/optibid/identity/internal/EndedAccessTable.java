package energy.optibid.identity.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table {@code ended_access}, across organisations. */
@Stateless
public class EndedAccessTable {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    /** What was ended at that moment or later. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    @SuppressWarnings("unchecked")
    public List<UUID> since(Instant since) {
        return entityManager
                .createNativeQuery("select id from optibid_ended_access(:since)", UUID.class)
                .setParameter("since", since)
                .getResultList();
    }
}
