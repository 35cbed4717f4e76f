package energy.optibid.identity.internal;

import energy.optibid.identity.LogInMethod;
import energy.optibid.identity.RefreshToken;
import energy.optibid.identity.UserAccount;
import energy.optibid.platform.Ids;
import energy.optibid.platform.Origin;
import energy.optibid.platform.SecretToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of sessions and refresh tokens, in the caller's transaction, which was entered for the organisation. */
@ApplicationScoped
public class SessionTable {
    public static final String PREFIX = "obr";

    private static final String OPEN = "select s from SessionEntity s where s.organisationId = :organisation"
            + " and s.userId = :user and s.endedAt is null and s.expiresAt > :now order by s.lastUsedAt desc";

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    TokenRules rules;

    @Inject
    Clock clock;

    public SessionEntity begin(UserAccount user, LogInMethod method, Origin origin) {
        Instant now = clock.instant();
        SessionEntity session =
                new SessionEntity(Ids.next(), user.organisation().id(), user.id(), method, now);
        session.used(now, origin, rules);
        entityManager.persist(session);
        entityManager.flush();
        return session;
    }

    /** Gives a session one more token of its latest generation. */
    public RefreshToken issue(SessionEntity session) {
        Instant now = clock.instant();
        SecretToken token = SecretToken.next(PREFIX);
        entityManager.persist(new RefreshTokenEntity(token.sha256(), session, now));
        return new RefreshToken(token.text(), Duration.between(now, session.expiresAt()));
    }

    /** Whose session a token belongs to, across organisations: the only look-up without one. */
    public Optional<SessionKey> owner(SecretToken token) {
        List<?> rows = entityManager
                .createNativeQuery("select organisation_id, session_id from optibid_refresh_token(:hash)")
                .setParameter("hash", token.sha256())
                .getResultList();
        return rows.stream().map(row -> key((Object[]) row)).findFirst();
    }

    /** The session, which waits for whoever else continues or ends it. */
    public Optional<SessionEntity> lock(UUID sessionId) {
        return Optional.ofNullable(entityManager.find(SessionEntity.class, sessionId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Of which generation a token of the organisation is. */
    public int generation(SecretToken token) {
        return entityManager
                .getReference(RefreshTokenEntity.class, token.sha256())
                .generation();
    }

    /** The open sessions of a user, the last used first. */
    public List<SessionEntity> open(UUID organisationId, UUID userId) {
        return entityManager
                .createQuery(OPEN, SessionEntity.class)
                .setParameter("organisation", organisationId)
                .setParameter("user", userId)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /** Notes that access tokens of a session or an API key are to be refused. */
    public void refuse(UUID organisationId, UUID id) {
        entityManager
                .createNativeQuery("insert into ended_access (organisation_id, id, ended_at)"
                        + " values (:organisation, :id, :now) on conflict do nothing")
                .setParameter("organisation", organisationId)
                .setParameter("id", id)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private static SessionKey key(Object[] row) {
        return new SessionKey((UUID) row[0], (UUID) row[1]);
    }
}
