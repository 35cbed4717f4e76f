package energy.optibid.analytics.internal;

import energy.optibid.platform.Tenancy;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Reads for the copy in transactions of its own: it is called while the log's transaction has its connection in use, and
 * Hibernate gives back the connection of a transaction at the end of each work on it.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CopyReading implements OrganisationReading {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Tenancy tenancy;

    @Override
    public <T> T read(Work<T> work) {
        return entityManager.unwrap(Session.class).doReturningWork(work::on);
    }

    @Override
    public List<UUID> organisations() {
        return read(CopiedDesk::organisations);
    }

    @Override
    public <T> T readAs(UUID organisationId, Work<T> work) {
        tenancy.enter(organisationId);
        return read(work);
    }
}
