package energy.optibid.identity.internal.mail;

import java.util.UUID;

/** A mail that is to be sent, of which nothing else is known across organisations. */
public record DueMail(UUID id, UUID organisationId) {}
