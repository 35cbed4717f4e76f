package energy.optibid.identity.internal;

import java.util.UUID;

/** Which session it is, and whose. */
public record SessionKey(UUID organisationId, UUID sessionId) {}
