package energy.optibid.identity.internal.audit;

import energy.optibid.platform.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A change or an event; its columns are hashed by {@link energy.optibid.liquibase.audit.AuditChain}. */
@Entity
@Immutable
@Table(name = "audit_entries")
class AuditEntry {
    private static final int MAX_ADDRESS = 100;
    private static final int MAX_USER_AGENT = 500;
    private static final int MAX_REQUEST_ID = 128;

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "user_id")
    private @Nullable UUID userId;

    @Column(name = "at")
    private Instant at;

    @Column(name = "action")
    private String action;

    @Column(name = "subject_type")
    private String subjectType;

    @Column(name = "subject_id")
    private String subjectId;

    @Column(name = "outcome")
    private String outcome;

    @Column(name = "address")
    private String address;

    @Column(name = "user_agent")
    private String userAgent;

    @Column(name = "request_id")
    private String requestId;

    @Column(name = "old_values")
    @ColumnTransformer(write = "cast(? as json)")
    private @Nullable String oldValues;

    @Column(name = "new_values")
    @ColumnTransformer(write = "cast(? as json)")
    private @Nullable String newValues;

    protected AuditEntry() {}

    AuditEntry(UUID id, Instant at, Actor actor, AuditedChange change) {
        this.id = id;
        this.at = at;
        this.organisationId = actor.organisationId();
        this.userId = actor.isSystem() ? null : actor.userId();
        this.action = change.action();
        this.subjectType = change.subjectType();
        this.subjectId = change.subjectId();
        this.outcome = change.outcome();
        this.address = AuditText.of(actor.origin().address(), MAX_ADDRESS);
        this.userAgent = AuditText.of(actor.origin().userAgent(), MAX_USER_AGENT);
        this.requestId = AuditText.of(actor.origin().requestId(), MAX_REQUEST_ID);
        this.oldValues = change.oldJson().orElse(null);
        this.newValues = change.newJson().orElse(null);
    }
}
