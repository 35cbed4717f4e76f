package energy.optibid.identity;

import energy.optibid.identity.internal.Account;
import energy.optibid.identity.internal.IdentityDatabase;
import energy.optibid.identity.internal.key.ApiKeyExchange;
import energy.optibid.identity.internal.key.ApiKeyRing;
import energy.optibid.identity.internal.key.ApiKeyRules;
import energy.optibid.identity.internal.key.ApiKeyText;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.platform.Origin;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keys for programs. A key acts for the user who made it, with some of the user's roles, until it expires, is revoked or
 * its user may not log in any more. It opens nothing by itself: it is exchanged for an access token.
 */
@Stateless
@OrganisationBound
public class ApiKeys {
    private final ApiKeyRing ring = new ApiKeyRing();

    @Inject
    IdentityDatabase database;

    @Inject
    ApiKeyExchange exchange;

    @Inject
    Sessions sessions;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** The actor's keys, all of the organisation for an administrator; the newest first, with those that have ended. */
    public List<ApiKey> keys(Actor actor) {
        return database.get(connection -> ring.all(connection, actor.organisationId())).stream()
                .filter(key -> mayRevoke(actor, key))
                .toList();
    }

    /**
     * Makes a key for the actor.
     *
     * @throws ApiKeyInvalidException where it breaks rules
     */
    public CreatedApiKey create(Actor actor, NewApiKey wanted) {
        Account account = new Account(actor.organisationId(), actor.userId());
        CreatedApiKey created =
                database.get(connection -> ring.create(connection, account, actor.roles(), wanted, clock.instant()));
        note(actor, "api-key.create", created.key(), Map.of("name", wanted.name(), "roles", roles(created.key())));
        return created;
    }

    /**
     * Makes a key like one of the actor's, which lives on beside it for a while.
     *
     * @param overlapHours 0 to 168; 0 ends the old one at once, with the tokens that it was exchanged for
     * @throws ApiKeyNotFoundException where the actor has no such key in force
     * @throws ApiKeyInvalidException where the overlap is none
     */
    public CreatedApiKey rotate(Actor actor, UUID id, int overlapHours) {
        ApiKeyRules.checkOverlap(overlapHours);
        Account account = new Account(actor.organisationId(), actor.userId());
        ApiKey old = live(actor, id);
        if (!old.userId().equals(actor.userId())) {
            throw new ApiKeyNotFoundException(id);
        }
        CreatedApiKey created = database.get(
                connection -> ring.rotate(connection, account, old, Duration.ofHours(overlapHours), clock.instant()));
        if (overlapHours == 0) {
            sessions.refuseKey(actor, id);
        }
        note(actor, "api-key.rotate", old, Map.of("newId", created.key().id().toString()));
        return created;
    }

    /**
     * Ends a key of the actor, or any of the organisation for an administrator, at once; the access tokens that it was
     * exchanged for too.
     *
     * @throws ApiKeyNotFoundException where there is no such key in force
     */
    public void revoke(Actor actor, UUID id) {
        ApiKey key = live(actor, id);
        database.run(connection -> ring.revoke(connection, actor.organisationId(), id, clock.instant()));
        sessions.refuseKey(actor, id);
        note(actor, "api-key.revoke", key, Map.of());
    }

    /**
     * An access token for a key.
     *
     * @throws ApiKeyRefusedException where the key is not, or no longer, in force
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public GrantedAccess exchange(String key, Origin origin) {
        return ApiKeyText.parse(key)
                .flatMap(text -> exchange.use(text, origin))
                .map(holder -> sessions.grantToKey(
                        holder.user(), holder.roles(), holder.key().id()))
                .orElseThrow(ApiKeyRefusedException::new);
    }

    private ApiKey live(Actor actor, UUID id) {
        return database.get(connection -> ring.lock(connection, actor.organisationId(), id))
                .filter(key -> mayRevoke(actor, key) && key.isLive(clock.instant()))
                .orElseThrow(() -> new ApiKeyNotFoundException(id));
    }

    private static boolean mayRevoke(Actor actor, ApiKey key) {
        return key.userId().equals(actor.userId()) || actor.hasRole(Role.ADMINISTRATOR);
    }

    private void note(Actor actor, String action, ApiKey key, Map<String, String> details) {
        audit.recordEvent(actor, action, "api-key", key.id().toString(), details);
    }

    private static String roles(ApiKey key) {
        return String.join(", ", key.roles());
    }
}
