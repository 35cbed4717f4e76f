package energy.optibid.market.internal;

import energy.optibid.market.ImportReport;
import energy.optibid.platform.Actor;
import java.time.Instant;
import java.util.Optional;

/** What {@link FetchRound} does in the database; each call is a transaction of its own. */
public interface SourceTransactions {

    /** See {@link SourceTable#claim}. */
    Optional<DueFetch> claim(Instant now);

    /**
     * Imports a document, and notes that it was fetched.
     *
     * @return what the import did; without changes nothing is written, neither an entry of the journal nor that it was fetched
     * @throws energy.optibid.market.ImportRefusedException where it cannot be imported; nothing is stored or noted then
     */
    ImportReport store(Actor actor, DueFetch fetch, byte[] document, Instant dueAt);

    /**
     * Notes that the platform has nothing new of these days.
     *
     * @param deliveryTo end of the last delivery period that it sent; absent where it sent none
     */
    void noteNothingNew(DueFetch fetch, Optional<Instant> deliveryTo, Instant dueAt);

    /** Notes that a document was refused; the days after it are fetched nevertheless. */
    void noteRefused(DueFetch fetch, String failure, Instant dueAt);

    /** Notes that the platform did not answer; the same days are fetched again. */
    void noteFailed(DueFetch fetch, String failure, Instant dueAt);
}
