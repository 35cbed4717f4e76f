package energy.optibid.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail in the queue, as an administrator sees it.
 *
 * @param attempts how often it was handed to the mail server
 * @param expiresAt from when on it is not sent any more
 * @param lastError what the mail server said of the last attempt
 * @param link the one-time link in it; only where no mail server is set up, and in development
 * @param text the whole text; in development only
 */
public record Mail(
        UUID id,
        String recipient,
        MailTemplate template,
        MailState state,
        int attempts,
        Instant createdAt,
        Instant expiresAt,
        Optional<String> lastError,
        Optional<String> link,
        Optional<String> text) {
    @Override
    public String toString() {
        return "Mail[" + id + ", " + template + "]";
    }
}
