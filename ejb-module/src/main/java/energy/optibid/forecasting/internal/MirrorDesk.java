package energy.optibid.forecasting.internal;

import energy.optibid.platform.Tenancy;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** The server's transactions. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MirrorDesk implements MirrorTransactions {

    @Inject
    RegistryDatabase database;

    @Inject
    Tenancy tenancy;

    @Override
    public <T> T in(UUID organisationId, RegistryDatabase.Work<T> work) {
        tenancy.enter(organisationId);
        return database.with(work);
    }
}
