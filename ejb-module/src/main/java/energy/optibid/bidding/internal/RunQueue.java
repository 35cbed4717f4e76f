package energy.optibid.bidding.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The runs of all organisations that have work left, by look-ups that tell no more than whose they are. */
@ApplicationScoped
public class RunQueue {
    private static final int MOST = 50;

    @PersistenceContext(unitName = "optibid")
    EntityManager entities;

    /** The runs that wait for a worker, or whose worker has not been heard of since {@code silentSince}; oldest first. */
    public List<OpenRun> toClaim(Instant silentSince) {
        return runs(entities.createNativeQuery(
                        "SELECT run_id, organisation_id FROM optibid_bid_runs_to_claim(:silentSince, :most)",
                        Tuple.class)
                .setParameter("silentSince", silentSince)
                .setParameter("most", MOST));
    }

    /** The runs that wait for results, the oldest first. */
    public List<OpenRun> awaitingResults() {
        return runs(entities.createNativeQuery(
                "SELECT run_id, organisation_id FROM optibid_bid_runs_awaiting_results()", Tuple.class));
    }

    /** Locks a run of the transaction's organisation; false where it is not to be claimed any more, or locked. */
    public boolean lock(UUID id, Instant silentSince) {
        return !entities.createNativeQuery("""
                        SELECT id FROM bid_runs
                        WHERE id = :id AND (state = 'queued' OR (state = 'running' AND heartbeat_at < :silentSince))
                        FOR UPDATE SKIP LOCKED""", UUID.class)
                .setParameter("id", id)
                .setParameter("silentSince", silentSince)
                .getResultList()
                .isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<OpenRun> runs(Query query) {
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new OpenRun(row.get(0, UUID.class), row.get(1, UUID.class)))
                .toList();
    }
}
