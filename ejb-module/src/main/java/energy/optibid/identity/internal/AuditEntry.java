package energy.optibid.identity.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "audit_entries")
class AuditEntry {

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

    @Column(name = "old_values")
    @ColumnTransformer(write = "cast(? as jsonb)")
    private @Nullable String oldValues;

    @Column(name = "new_values")
    @ColumnTransformer(write = "cast(? as jsonb)")
    private @Nullable String newValues;

    protected AuditEntry() {}

    AuditEntry(UUID id, UUID organisationId, Instant at, String action, String subjectType, String subjectId) {
        this.id = id;
        this.organisationId = organisationId;
        this.at = at;
        this.action = action;
        this.subjectType = subjectType;
        this.subjectId = subjectId;
    }

    void by(UUID user) {
        this.userId = user;
    }

    void oldValues(String json) {
        this.oldValues = json;
    }

    void newValues(String json) {
        this.newValues = json;
    }
}
