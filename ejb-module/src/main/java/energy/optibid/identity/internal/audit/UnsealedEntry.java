package energy.optibid.identity.internal.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An entry that the sealer has not come to yet. */
@Entity
@Immutable
@Table(name = "audit_unsealed")
class UnsealedEntry {

    @Id
    @Column(name = "entry_id")
    private UUID entryId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    protected UnsealedEntry() {}

    UnsealedEntry(UUID organisationId, UUID entryId) {
        this.organisationId = organisationId;
        this.entryId = entryId;
    }
}
