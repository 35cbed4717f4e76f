package energy.optibid.identity.internal;

import energy.optibid.identity.LogInMethod;
import energy.optibid.identity.Session;
import energy.optibid.platform.Origin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "sessions")
public class SessionEntity {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "method")
    private String method;

    @Column(name = "generation")
    private int generation;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "advanced_at")
    private Instant advancedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    @Column(name = "address")
    private String address;

    @Column(name = "user_agent")
    private String userAgent;

    protected SessionEntity() {}

    SessionEntity(UUID id, UUID organisationId, UUID userId, LogInMethod method, Instant now) {
        this.id = id;
        this.organisationId = organisationId;
        this.userId = userId;
        this.method = method.code();
        this.startedAt = now;
        this.advancedAt = now;
        this.lastUsedAt = now;
        this.expiresAt = now;
        this.address = "";
        this.userAgent = "";
    }

    public UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    UUID userId() {
        return userId;
    }

    int generation() {
        return generation;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Continuation decide(int shown, Instant now, TokenRules rules) {
        if (endedAt != null || !now.isBefore(expiresAt)) {
            return Continuation.OVER;
        }
        return Continuation.of(generation - shown, advancedAt, now, rules.grace());
    }

    void advance(Instant now) {
        generation++;
        advancedAt = now;
    }

    void used(Instant now, Origin origin, TokenRules rules) {
        Instant idle = now.plus(rules.idle());
        Instant absolute = startedAt.plus(rules.absolute());
        lastUsedAt = now;
        expiresAt = idle.isBefore(absolute) ? idle : absolute;
        address = origin.address();
        userAgent = origin.userAgent();
    }

    void end(Instant now, String reason) {
        endedAt = now;
        endReason = reason;
        expiresAt = now;
    }

    public Session session() {
        return new Session(id, userId, LogInMethod.of(method), startedAt, lastUsedAt, expiresAt, address, userAgent);
    }
}
