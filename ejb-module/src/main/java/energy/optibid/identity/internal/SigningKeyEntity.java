package energy.optibid.identity.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "signing_keys")
class SigningKeyEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "sealed_pair")
    private byte[] sealedPair;

    @Column(name = "signs_from")
    private Instant signsFrom;

    @Column(name = "created_at")
    private Instant createdAt;

    protected SigningKeyEntity() {}

    SigningKeyEntity(String id, byte[] sealedPair, Instant signsFrom, Instant createdAt) {
        this.id = id;
        this.sealedPair = sealedPair;
        this.signsFrom = signsFrom;
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    byte[] sealedPair() {
        return sealedPair;
    }

    Instant signsFrom() {
        return signsFrom;
    }
}
