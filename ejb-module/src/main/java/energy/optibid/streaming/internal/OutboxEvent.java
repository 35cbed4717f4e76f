package energy.optibid.streaming.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "outbox_events")
class OutboxEvent {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "organisation_id")
    private @Nullable UUID organisationId;

    @Column(name = "type")
    private String type;

    @Column(name = "aggregate_type")
    private String aggregateType;

    @Column(name = "aggregate_id")
    private String aggregateId;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "payload")
    @ColumnTransformer(write = "cast(? as jsonb)")
    private String payload;

    protected OutboxEvent() {}

    OutboxEvent(
            UUID id,
            @Nullable UUID organisationId,
            String type,
            String aggregateType,
            String aggregateId,
            Instant occurredAt,
            String payload) {
        this.id = id;
        this.organisationId = organisationId;
        this.type = type;
        this.aggregateType = aggregateType;
        this.aggregateId = aggregateId;
        this.occurredAt = occurredAt;
        this.payload = payload;
    }
}
