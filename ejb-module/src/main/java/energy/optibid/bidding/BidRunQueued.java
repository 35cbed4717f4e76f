package energy.optibid.bidding;

import java.util.UUID;

/** A bid run waits for a worker. */
public record BidRunQueued(UUID runId) {}
