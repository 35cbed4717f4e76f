package energy.optibid.identity.internal.mail;

import energy.optibid.identity.MailTemplate;
import java.util.UUID;

/** A mail that is being sent. */
public record OutgoingMail(UUID id, UUID organisationId, String recipient, MailTemplate template, MailText text) {
    @Override
    public String toString() {
        return "OutgoingMail[" + id + "]";
    }
}
