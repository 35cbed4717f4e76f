package energy.optibid.identity.internal;

import energy.optibid.identity.UserAccount;
import energy.optibid.identity.UserStatus;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    private @Nullable String passwordHash;

    @Column(name = "status")
    private String status;

    @Column(name = "email_verified_at")
    private @Nullable Instant emailVerifiedAt;

    @Column(name = "password_changed_at")
    private @Nullable Instant passwordChangedAt;

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

    /** An invited one, without a password. */
    UserEntity(UUID id, OrganisationEntity organisation, NewUser user, Instant createdAt) {
        this.id = id;
        this.organisation = organisation;
        this.email = user.email();
        this.displayName = user.displayName();
        this.status = UserStatus.INVITED.code();
        this.createdAt = createdAt;
        this.roles = new HashSet<>(user.roles());
    }

    void password(String hash, Instant now) {
        this.passwordHash = hash;
        this.passwordChangedAt = now;
    }

    /** The address is the user's, and the account is open from now on. */
    void verified(Instant now) {
        this.emailVerifiedAt = now;
        if (UserStatus.of(status) == UserStatus.INVITED) {
            this.status = UserStatus.ACTIVE.code();
        }
    }

    void displayName(String name) {
        this.displayName = name;
    }

    void status(UserStatus newStatus) {
        this.status = newStatus.code();
    }

    void roles(Set<String> newRoles) {
        roles.retainAll(newRoles);
        roles.addAll(newRoles);
    }

    /** Forgets who it was; the row stays, for what the user did refers to it. */
    void erase() {
        this.status = UserStatus.DELETED.code();
        this.email = "deleted-" + id + "@deleted.invalid";
        this.displayName = "Deleted user";
        this.passwordHash = null;
        this.roles.clear();
    }

    UserAccount account() {
        return new UserAccount(
                id,
                email,
                displayName,
                organisation.organisation(),
                roles.stream().sorted().toList(),
                UserStatus.of(status),
                Optional.ofNullable(emailVerifiedAt),
                version,
                createdAt);
    }

    Credentials credentials() {
        return new Credentials(account(), Optional.ofNullable(passwordHash));
    }
}
