package energy.optibid.identity.internal.key;

import energy.optibid.identity.ApiKey;
import energy.optibid.identity.AuditTrail;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.internal.Credentials;
import energy.optibid.identity.internal.IdentityDatabase;
import energy.optibid.identity.internal.UserDirectory;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Origin;
import energy.optibid.platform.Tenancy;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a key that a program shows. */
@Stateless
public class ApiKeyExchange {
    private final ApiKeyTable table = new ApiKeyTable();

    @Inject
    IdentityDatabase database;

    @Inject
    Tenancy tenancy;

    @Inject
    UserDirectory users;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * For whom a key acts.
     *
     * @param roles of the key that the user still has
     */
    public record Holder(UserAccount user, Set<String> roles, ApiKey key) {
        public Holder {
            roles = Set.copyOf(roles);
        }
    }

    /** The holder of a key and the note that it was used; absent where it is not, or no longer, in force. */
    public Optional<Holder> use(ApiKeyText shown, Origin origin) {
        Instant now = clock.instant();
        Optional<ApiKeyTable.Found> found = database.get(connection -> table.find(connection, shown.publicId()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ApiKeyTable.Found at = found.get();
        tenancy.enter(at.organisationId());
        Optional<Holder> holder = database.get(connection -> table.read(connection, at.organisationId(), at.id()))
                .filter(stored -> MessageDigest.isEqual(stored.sha256(), shown.sha256()))
                .map(ApiKeyTable.Stored::key)
                .filter(key -> key.isLive(now))
                .flatMap(this::holder);
        holder.ifPresent(
                known -> database.run(connection -> table.used(connection, at.organisationId(), at.id(), now)));
        note(at, holder, origin);
        return holder;
    }

    private Optional<Holder> holder(ApiKey key) {
        return users.credentials(key.userId())
                .filter(Credentials::active)
                .map(Credentials::account)
                .map(user -> narrowed(user, common(key, user)))
                .map(user -> new Holder(user, Set.copyOf(user.roles()), key))
                .filter(holder -> !holder.roles().isEmpty());
    }

    /** The user as the key shows them: with the key's roles, whoever asks for them later. */
    private static UserAccount narrowed(UserAccount user, Set<String> roles) {
        return new UserAccount(
                user.id(),
                user.email(),
                user.displayName(),
                user.organisation(),
                roles.stream().sorted().toList(),
                user.status(),
                user.emailVerifiedAt(),
                user.version(),
                user.createdAt());
    }

    private static Set<String> common(ApiKey key, UserAccount user) {
        Set<String> roles = new HashSet<>(key.roles());
        roles.retainAll(user.roles());
        return roles;
    }

    private void note(ApiKeyTable.Found at, Optional<Holder> holder, Origin origin) {
        String action = holder.isPresent() ? "api-key.exchange" : "api-key.refused";
        Actor actor = holder.map(known -> new Actor(known.user().id(), at.organisationId(), known.roles(), origin))
                .orElseGet(() -> Actor.systemOf(at.organisationId()).withOrigin(origin));
        audit.recordEvent(actor, action, "api-key", at.id().toString(), Map.of());
    }
}
