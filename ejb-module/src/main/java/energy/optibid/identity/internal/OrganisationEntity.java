package energy.optibid.identity.internal;

import energy.optibid.identity.Organisation;
import energy.optibid.identity.OrganisationPolicy;
import energy.optibid.identity.OrganisationStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "organisations")
class OrganisationEntity {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "name")
    private String name;

    @Column(name = "status")
    private String status;

    @Column(name = "password_log_in")
    private boolean passwordLogIn;

    @Column(name = "single_sign_on_required")
    private boolean singleSignOnRequired;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "second_factor_roles")
    private List<String> secondFactorRoles = List.of();

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "created_at")
    private Instant createdAt;

    protected OrganisationEntity() {}

    OrganisationEntity(UUID id, String name, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
        change(name, OrganisationStatus.ACTIVE, OrganisationPolicy.NONE);
    }

    final void change(String newName, OrganisationStatus newStatus, OrganisationPolicy policy) {
        this.name = newName;
        this.status = newStatus.code();
        this.passwordLogIn = policy.passwordLogIn();
        this.singleSignOnRequired = policy.singleSignOnRequired();
        this.secondFactorRoles = policy.secondFactorRoles().stream().sorted().toList();
    }

    UUID id() {
        return id;
    }

    Organisation organisation() {
        OrganisationPolicy policy =
                new OrganisationPolicy(passwordLogIn, singleSignOnRequired, new HashSet<>(secondFactorRoles));
        return new Organisation(id, name, OrganisationStatus.of(status), policy, version, createdAt);
    }
}
