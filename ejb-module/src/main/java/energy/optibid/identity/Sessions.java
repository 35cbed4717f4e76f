package energy.optibid.identity;

import energy.optibid.identity.internal.AccessTokens;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.platform.Origin;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Log-ins that go on: started by a log-in, continued by refresh tokens, ended by their user or an administrator. */
@Stateless
@OrganisationBound
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sessions {

    @Inject
    AccessTokens tokens;

    /** Begins a session for a user who has proved who they are. */
    public GrantedAccess start(UserAccount user, LogInMethod method, Origin origin) {
        return tokens.grant(user);
    }

    /**
     * An access token for whoever holds an API key, without a session.
     *
     * @param user on whose behalf the key acts
     * @param roles those of the key, a subset of the user's
     */
    public GrantedAccess grantToKey(UserAccount user, Set<String> roles, UUID apiKeyId) {
        return tokens.grant(user);
    }

    /**
     * Has the access tokens that were given to an API key refused: at once here, within two seconds on other nodes, from
     * the commit of the caller's transaction on.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void refuseKey(Actor actor, UUID apiKeyId) {
        // Follows with the table of sessions.
    }

    /**
     * Continues a session: gives a new access token and the refresh token that follows the given one.
     *
     * @throws SessionEndedException where the token is not, or no longer, one that continues a session
     */
    public GrantedAccess refresh(String refreshToken, Origin origin) {
        throw new SessionEndedException();
    }

    /** Ends the session that a refresh token belongs to; does nothing where it belongs to none. */
    public void end(String refreshToken, Origin origin) {
        // Follows with the table of sessions.
    }

    /**
     * Ends one of the actor's own sessions.
     *
     * @throws SessionNotFoundException where they have no open session of this id
     */
    public void end(Actor actor, UUID sessionId) {
        throw new SessionNotFoundException(sessionId);
    }

    /** Ends all sessions of a user of the actor's organisation; other users' for administrators only, which the caller checks. */
    public void endAll(Actor actor, UUID userId) {
        // Follows with the table of sessions.
    }

    /** The actor's own open sessions, the last used first. */
    public List<Session> sessions(Actor actor) {
        return List.of();
    }
}
