package energy.optibid.identity.internal.mail;

import energy.optibid.identity.Mail;
import energy.optibid.identity.MailState;
import energy.optibid.identity.MailTemplate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "mails")
class MailEntity {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "user_id")
    private @Nullable UUID userId;

    @Column(name = "recipient")
    private String recipient;

    @Column(name = "template")
    private String template;

    @Column(name = "sealed_body")
    private byte @Nullable [] sealedBody;

    @Column(name = "shown_to")
    private String shownTo;

    @Column(name = "state")
    private String state;

    @Column(name = "attempts")
    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "last_error")
    private @Nullable String lastError;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    protected MailEntity() {}

    boolean isDue(Instant now) {
        return MailState.of(state) == MailState.WAITING && !nextAttemptAt.isAfter(now);
    }

    boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** Nobody else takes it before this instant. */
    void taken(Instant until) {
        attempts++;
        nextAttemptAt = until;
    }

    void sent(Instant now, boolean keepText) {
        state = MailState.SENT.code();
        sentAt = now;
        lastError = null;
        if (!keepText) {
            sealedBody = null;
        }
    }

    void postponed(Instant until, String why) {
        nextAttemptAt = until;
        lastError = why;
    }

    void givenUp(String why) {
        state = MailState.GIVEN_UP.code();
        lastError = why;
        sealedBody = null;
    }

    int attempts() {
        return attempts;
    }

    Optional<UUID> userId() {
        return Optional.ofNullable(userId);
    }

    Optional<byte[]> sealedBody() {
        return Optional.ofNullable(sealedBody);
    }

    OutgoingMail outgoing(MailText text) {
        return new OutgoingMail(id, organisationId, recipient, MailTemplate.of(template), text);
    }

    Mail mail(Optional<String> link, Optional<String> text) {
        return new Mail(
                id,
                recipient,
                MailTemplate.of(template),
                MailState.of(state),
                attempts,
                createdAt,
                expiresAt,
                Optional.ofNullable(lastError),
                link,
                text);
    }

    UUID id() {
        return id;
    }
}
