package energy.optibid.identity.internal;

import java.util.UUID;

/** Whose an e-mail address is. */
public record FoundUser(UUID userId, UUID organisationId) {}
