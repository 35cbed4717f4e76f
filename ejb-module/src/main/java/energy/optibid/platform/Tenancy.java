package energy.optibid.platform;

import energy.optibid.platform.internal.TransactionOrganisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Says for which organisation the current transaction works. PostgreSQL's row-level security shows and takes only its
 * rows; a transaction that was never entered sees and writes the rows of none. It ends with the transaction, so that the
 * next one on the same connection starts without.
 *
 * <p>Facades with an {@link Actor} have this done by {@link OrganisationBound}. This is for code that has looked an
 * organisation up by itself, such as the log-in and the worker of bid runs.
 */
@ApplicationScoped
public class Tenancy {

    @Inject
    TransactionOrganisation transaction;

    /**
     * Enters the current transaction for an organisation; a repetition costs nothing.
     *
     * @throws IllegalStateException without a transaction, and in one that was entered for another organisation
     */
    public void enter(UUID organisationId) {
        transaction.enter(organisationId);
    }
}
