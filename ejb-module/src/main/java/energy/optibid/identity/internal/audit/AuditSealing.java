package energy.optibid.identity.internal.audit;

import energy.optibid.liquibase.audit.SealKeys;
import energy.optibid.platform.Tenancy;
import energy.optibid.platform.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Seals in short transactions of its own, each for one organisation. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AuditSealing {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Tenancy tenancy;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** The organisations with entries that wait. */
    public List<UUID> waiting() {
        return entityManager.unwrap(Session.class).doReturningWork(ChainSealer::waitingOrganisations);
    }

    /** Seals the oldest waiting entries of an organisation; whether more wait. */
    public boolean sealBatch(UUID organisationId) {
        tenancy.enter(organisationId);
        SealKeys keys = new SealKeys(vault.derive(SealKeys.PURPOSE));
        int sealed = entityManager
                .unwrap(Session.class)
                .doReturningWork(connection -> new ChainSealer(connection, keys).seal(organisationId, clock.instant()));
        return sealed == ChainSealer.BATCH;
    }
}
