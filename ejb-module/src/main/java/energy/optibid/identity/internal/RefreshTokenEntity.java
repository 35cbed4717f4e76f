package energy.optibid.identity.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "refresh_tokens")
class RefreshTokenEntity {

    @Id
    @Column(name = "sha256")
    private byte[] sha256;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "generation")
    private int generation;

    @Column(name = "issued_at")
    private Instant issuedAt;

    protected RefreshTokenEntity() {}

    RefreshTokenEntity(byte[] sha256, SessionEntity session, Instant issuedAt) {
        this.sha256 = sha256;
        this.organisationId = session.organisationId();
        this.sessionId = session.id();
        this.generation = session.generation();
        this.issuedAt = issuedAt;
    }

    int generation() {
        return generation;
    }
}
