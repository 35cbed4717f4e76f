package energy.optibid.identity;

import energy.optibid.identity.internal.AccessTokens;
import energy.optibid.identity.internal.SessionContinuation;
import energy.optibid.identity.internal.SessionEnding;
import energy.optibid.identity.internal.SessionEntity;
import energy.optibid.identity.internal.SessionTable;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.platform.Origin;
import energy.optibid.platform.SecretToken;
import energy.optibid.platform.Tenancy;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Log-ins that go on: started by a log-in, continued by refresh tokens, ended by their user or an administrator. A
 * session ends when it is not continued for {@code optibid.identity.session-idle-limit}, and in any case after
 * {@code optibid.identity.session-absolute-limit}. What has ended is refused at once here, and within two seconds on
 * every other node.
 */
@Stateless
@OrganisationBound
public class Sessions {

    @Inject
    SessionTable table;

    @Inject
    SessionContinuation continuation;

    @Inject
    SessionEnding ending;

    @Inject
    AccessTokens tokens;

    @Inject
    AuditTrail audit;

    @Inject
    Tenancy tenancy;

    /** Begins a session for a user who has proved who they are. */
    public GrantedAccess start(UserAccount user, LogInMethod method, Origin origin) {
        tenancy.enter(user.organisation().id());
        SessionEntity session = table.begin(user, method, origin);
        RefreshToken refresh = table.issue(session);
        Actor actor = new Actor(user.id(), user.organisation().id(), Set.copyOf(user.roles()), origin);
        Map<String, String> details = Map.of("method", method.code());
        audit.recordEvent(actor, "session.start", "session", session.id().toString(), details);
        return tokens.grant(user, session.id(), refresh);
    }

    /**
     * An access token for whoever holds an API key, without a session.
     *
     * @param user on whose behalf the key acts
     * @param roles those of the key, a subset of the user's
     */
    public GrantedAccess grantToKey(UserAccount user, Set<String> roles, UUID apiKeyId) {
        return tokens.grantToKey(user, roles, apiKeyId);
    }

    /**
     * Has the access tokens that were given to an API key refused: at once here, within two seconds on other nodes, from
     * the commit of the caller's transaction on.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void refuseKey(Actor actor, UUID apiKeyId) {
        ending.refuse(actor.organisationId(), apiKeyId);
    }

    /**
     * Continues a session: gives a new access token and the refresh token that follows the given one. A token that was
     * used before ends its session, but for the short while in which another tab may use it too.
     *
     * @throws SessionEndedException where the token is not, or no longer, one that continues a session
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public GrantedAccess refresh(String refreshToken, Origin origin) {
        return SecretToken.parse(SessionTable.PREFIX, refreshToken)
                .flatMap(token -> continuation.proceed(token, origin))
                .map(next -> tokens.grant(next.user(), next.sessionId(), next.token()))
                .orElseThrow(SessionEndedException::new);
    }

    /**
     * Ends the session that a refresh token belongs to.
     *
     * @return its user, absent where it belongs to no session that goes on, which is no error
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Actor> end(String refreshToken, Origin origin) {
        return SecretToken.parse(SessionTable.PREFIX, refreshToken).flatMap(token -> continuation.end(token, origin));
    }

    /**
     * Ends one of the actor's own sessions.
     *
     * @throws SessionNotFoundException where they have no open session of this id
     */
    public void end(Actor actor, UUID sessionId) {
        SessionEntity session = table.open(actor.organisationId(), actor.userId()).stream()
                .filter(open -> open.id().equals(sessionId))
                .findFirst()
                .orElseThrow(() -> new SessionNotFoundException(sessionId));
        ending.end(actor, session, "log-out");
    }

    /**
     * Ends all sessions of a user of the actor's organisation: their own, or another's where the actor may; the caller
     * checks that. In the caller's transaction where there is one, as when a password or a role changes.
     *
     * @return how many there were
     */
    public int endAll(Actor actor, UUID userId) {
        List<SessionEntity> open = table.open(actor.organisationId(), userId);
        String reason = actor.userId().equals(userId) ? "log-out-everywhere" : "revoked";
        open.forEach(session -> ending.end(actor, session, reason));
        return open.size();
    }

    /** The actor's own open sessions, the last used first. */
    public List<Session> sessions(Actor actor) {
        return table.open(actor.organisationId(), actor.userId()).stream()
                .map(SessionEntity::session)
                .toList();
    }
}
