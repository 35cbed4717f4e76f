package energy.optibid.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * What an administrator tells everybody in the organisation.
 *
 * @param message plain text, 1 to 500 characters
 * @param raisedBy the administrator
 * @param endsAt from then on it does not stand any more
 */
public record Alert(UUID id, AlertSeverity severity, String message, UUID raisedBy, Instant raisedAt, Instant endsAt) {}
