package energy.optibid.notification.internal;

import energy.optibid.notification.Alert;
import energy.optibid.notification.AlertSeverity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "alerts")
class AlertEntity {

    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    private String severity;
    private String message;

    @Column(name = "raised_by")
    private UUID raisedBy;

    @Column(name = "raised_at")
    private Instant raisedAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "withdrawn_at")
    @Nullable
    Instant withdrawnAt;

    protected AlertEntity() {}

    AlertEntity(UUID organisationId, Alert alert) {
        this.id = alert.id();
        this.organisationId = organisationId;
        this.severity = alert.severity().code();
        this.message = alert.message();
        this.raisedBy = alert.raisedBy();
        this.raisedAt = alert.raisedAt();
        this.endsAt = alert.endsAt();
    }

    Alert alert() {
        return new Alert(id, AlertSeverity.of(severity), message, raisedBy, raisedAt, endsAt);
    }
}
