package energy.optibid.forecasting.internal;

import java.util.UUID;

/** Transactions of the round's own, short ones between the calls of the mirror. */
public interface MirrorTransactions {

    /** Does the work in a transaction that was entered for the organisation, and commits it. */
    <T> T in(UUID organisationId, RegistryDatabase.Work<T> work);
}
