package energy.optibid.identity;

import java.util.UUID;

/** A company that bids; everything that belongs to one carries its id. */
public record Organisation(UUID id, String name) {}
