package energy.optibid.bidding.internal;

import energy.optibid.bidding.BidCounts;
import energy.optibid.bidding.BidRunState;
import energy.optibid.bidding.BidState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of all organisations, by a look-up that tells nothing else. */
@ApplicationScoped
public class CensusQuery {

    @PersistenceContext(unitName = "optibid")
    EntityManager entities;

    @SuppressWarnings("unchecked")
    public BidCounts count() {
        List<Tuple> rows = entities.createNativeQuery(
                        "SELECT subject, state, number, oldest FROM optibid_bid_counts()", Tuple.class)
                .getResultList();
        Map<BidState, Long> bids = new EnumMap<>(BidState.class);
        Map<BidRunState, Long> runs = new EnumMap<>(BidRunState.class);
        Optional<Instant> oldestQueued = Optional.empty();
        for (Tuple row : rows) {
            String state = row.get(1, String.class);
            long number = row.get(2, Long.class);
            if (row.get(0, String.class).equals("bid")) {
                bids.put(BidState.ofCode(state), number);
            } else {
                runs.put(BidRunState.ofCode(state), number);
                if (state.equals(BidRunState.QUEUED.code())) {
                    oldestQueued = Optional.of(row.get(3, Instant.class));
                }
            }
        }
        return new BidCounts(bids, runs, oldestQueued);
    }
}
