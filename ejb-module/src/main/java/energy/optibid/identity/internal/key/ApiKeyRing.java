package energy.optibid.identity.internal.key;

import energy.optibid.identity.ApiKey;
import energy.optibid.identity.CreatedApiKey;
import energy.optibid.identity.NewApiKey;
import energy.optibid.identity.internal.Account;
import energy.optibid.platform.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The API keys of one organisation: makes, replaces and revokes them on the connection of the caller's transaction. */
public final class ApiKeyRing {
    private final ApiKeyTable table = new ApiKeyTable();

    /** All, the newest first. */
    public List<ApiKey> all(Connection connection, UUID organisationId) throws SQLException {
        return table.all(connection, organisationId);
    }

    /** Nobody else changes it until the transaction ends; absent where there is none. */
    public Optional<ApiKey> lock(Connection connection, UUID organisationId, UUID id) throws SQLException {
        return table.lock(connection, organisationId, id);
    }

    public CreatedApiKey create(Connection connection, Account account, Set<String> held, NewApiKey wanted, Instant now)
            throws SQLException {
        long live = table.all(connection, account.organisationId()).stream()
                .filter(key -> key.userId().equals(account.userId()) && key.isLive(now))
                .count();
        ApiKeyRules.check(wanted, held, live, now);
        return insert(connection, account, wanted, now);
    }

    /** A key like the old one, which lives on for the overlap, or ends at once where there is none. */
    public CreatedApiKey rotate(Connection connection, Account account, ApiKey old, Duration overlap, Instant now)
            throws SQLException {
        Duration lifetime = Duration.between(old.createdAt(), old.expiresAt());
        NewApiKey wanted = new NewApiKey(old.name(), Set.copyOf(old.roles()), Optional.of(now.plus(lifetime)));
        CreatedApiKey created = insert(connection, account, wanted, now);
        table.replace(
                connection,
                account.organisationId(),
                old,
                created.key().id(),
                now.plus(overlap.isZero() ? Duration.ofSeconds(1) : overlap));
        if (overlap.isZero()) {
            table.revoke(connection, account.organisationId(), old.id(), now);
        }
        return created;
    }

    /** False where it was revoked before. */
    public boolean revoke(Connection connection, UUID organisationId, UUID id, Instant now) throws SQLException {
        return table.revoke(connection, organisationId, id, now);
    }

    private CreatedApiKey insert(Connection connection, Account account, NewApiKey wanted, Instant now)
            throws SQLException {
        ApiKeyText text = ApiKeyText.next();
        ApiKey key = new ApiKey(
                Ids.next(),
                account.userId(),
                wanted.name(),
                text.publicId(),
                wanted.roles().stream().sorted().toList(),
                now,
                wanted.expiresAt().orElseGet(() -> now.plus(ApiKeyRules.DEFAULT_LIFETIME)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        table.insert(connection, account, key, text);
        return new CreatedApiKey(key, text.text());
    }
}
