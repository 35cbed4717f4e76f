package energy.optibid.identity.internal;

import energy.optibid.identity.AuditTrail;
import energy.optibid.identity.RefreshToken;
import energy.optibid.identity.UserAccount;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Origin;
import energy.optibid.platform.SecretToken;
import energy.optibid.platform.Tenancy;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Continues and ends sessions by their refresh token; each in a transaction of its own that commits in any case. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SessionContinuation {
    private static final Logger LOG = Logger.getLogger(SessionContinuation.class.getName());

    @Inject
    SessionTable table;

    @Inject
    SessionEnding ending;

    @Inject
    UserDirectory users;

    @Inject
    AuditTrail audit;

    @Inject
    Tenancy tenancy;

    @Inject
    TokenRules rules;

    @Inject
    Clock clock;

    /** A session that goes on, with what its user is given. */
    public record Continued(UUID sessionId, UserAccount user, RefreshToken token) {}

    /** Absent where the token does not, or no longer, continue a session. */
    public Optional<Continued> proceed(SecretToken token, Origin origin) {
        Optional<SessionEntity> found = lock(token);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SessionEntity session = found.get();
        Instant now = clock.instant();
        return switch (session.decide(table.generation(token), now, rules)) {
            case ADVANCE -> {
                session.advance(now);
                yield proceed(session, origin);
            }
            case REPEAT -> proceed(session, origin);
            case REUSED -> {
                reused(session, origin);
                yield Optional.empty();
            }
            case OVER -> Optional.empty();
        };
    }

    /** Ends the session that a token belongs to; absent where there is none that goes on. */
    public Optional<Actor> end(SecretToken token, Origin origin) {
        return lock(token)
                .filter(session -> session.decide(session.generation(), clock.instant(), rules) != Continuation.OVER)
                .map(session -> {
                    Actor actor = actor(session, origin);
                    ending.end(actor, session, "log-out");
                    return actor;
                });
    }

    private Optional<SessionEntity> lock(SecretToken token) {
        return table.owner(token).flatMap(key -> {
            tenancy.enter(key.organisationId());
            return table.lock(key.sessionId());
        });
    }

    private Optional<Continued> proceed(SessionEntity session, Origin origin) {
        Optional<UserAccount> user =
                users.credentials(session.userId()).filter(Credentials::active).map(Credentials::account);
        if (user.isEmpty()) {
            ending.end(Actor.systemOf(session.organisationId()), session, "account-closed");
            return Optional.empty();
        }
        session.used(clock.instant(), origin, rules);
        return Optional.of(new Continued(session.id(), user.get(), table.issue(session)));
    }

    private void reused(SessionEntity session, Origin origin) {
        Actor actor = actor(session, origin);
        Map<String, String> details = Map.of("userId", session.userId().toString());
        audit.recordEvent(actor, "token.reuse", "session", session.id().toString(), details);
        ending.end(actor, session, "token-reuse");
        LOG.log(
                Level.WARNING,
                "A used refresh token of session {0} of user {1} was shown again from {2}: it was ended",
                new Object[] {session.id(), session.userId(), origin.address()});
    }

    private static Actor actor(SessionEntity session, Origin origin) {
        return new Actor(session.userId(), session.organisationId(), Set.of(), origin);
    }
}
