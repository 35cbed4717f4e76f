package energy.optibid.bidding;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How many bids and bid runs there are, of all organisations together.
 *
 * @param bids by their state; a state that none is in may be absent
 * @param runs by their state; a state that none is in may be absent
 * @param oldestQueued when the run was started that has waited longest for a worker; absent where none waits
 */
public record BidCounts(Map<BidState, Long> bids, Map<BidRunState, Long> runs, Optional<Instant> oldestQueued) {

    public BidCounts {
        bids = Map.copyOf(bids);
        runs = Map.copyOf(runs);
    }
}
