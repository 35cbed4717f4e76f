package energy.optibid.identity.internal;

import energy.optibid.identity.Organisation;
import energy.optibid.identity.UserAccount;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

@Entity
@Table(name = "users")
class UserEntity {

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "organisation_id")
    private OrganisationEntity organisation;

    @Column(name = "email")
    private String email;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "active")
    private boolean active;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "created_at")
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "user_roles", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "role_code")
    private Set<String> roles = new HashSet<>();

    protected UserEntity() {}

    UserEntity(UUID id, OrganisationEntity organisation, NewUser user, String passwordHash, Instant createdAt) {
        this.id = id;
        this.organisation = organisation;
        this.email = user.email();
        this.displayName = user.displayName();
        this.passwordHash = passwordHash;
        this.active = true;
        this.createdAt = createdAt;
        this.roles = new HashSet<>(user.roles());
    }

    Credentials credentials() {
        UserAccount account = new UserAccount(
                id,
                email,
                displayName,
                new Organisation(organisation.id(), organisation.name()),
                roles.stream().sorted().toList());
        return new Credentials(account, passwordHash, active);
    }
}
