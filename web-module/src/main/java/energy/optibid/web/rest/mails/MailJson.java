package energy.optibid.web.rest.mails;

import energy.optibid.identity.Mail;
import energy.optibid.identity.MailState;
import energy.optibid.identity.MailTemplate;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail in the queue.
 *
 * @param lastError what the mail server said of the last attempt
 * @param link the one-time link in it, to be carried by hand; where no mail server is set up, and in development
 * @param text the whole text; in development only
 */
public record MailJson(
        UUID id,
        String to,
        MailTemplate template,
        MailState state,
        int attempts,
        Instant createdAt,
        Instant expiresAt,
        Optional<String> lastError,
        Optional<String> link,
        Optional<String> text) {
    static MailJson of(Mail mail) {
        return new MailJson(
                mail.id(),
                mail.recipient(),
                mail.template(),
                mail.state(),
                mail.attempts(),
                mail.createdAt(),
                mail.expiresAt(),
                mail.lastError(),
                mail.link(),
                mail.text());
    }

    @Override
    public String toString() {
        return "MailJson[" + id + "]";
    }
}
