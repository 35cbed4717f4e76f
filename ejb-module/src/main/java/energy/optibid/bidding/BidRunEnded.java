package energy.optibid.bidding;

import java.time.Duration;
import java.util.UUID;

/**
 * A bid run has ended on this node.
 *
 * @param state one that is final
 * @param worked what its steps took together, without the time that it waited for a worker or for results
 */
public record BidRunEnded(UUID runId, BidRunState state, Duration worked) {}
