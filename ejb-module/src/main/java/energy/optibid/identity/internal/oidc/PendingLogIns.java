package energy.optibid.identity.internal.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import energy.optibid.platform.SecretToken;
import energy.optibid.platform.Tenancy;
import energy.optibid.platform.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code oidc_log_ins}: a state is good once, for ten minutes, in the browser that began. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PendingLogIns {
    public static final Duration VALID_FOR = Duration.ofMinutes(10);

    static final String STATE_PREFIX = "obs";
    static final String BROWSER_PREFIX = "obb";

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Tenancy tenancy;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** Notes a log-in that begins, and forgets those of the organisation that never came back. */
    public void add(UUID organisationId, NewLogIn logIn) {
        tenancy.enter(organisationId);
        Instant now = clock.instant();
        entityManager
                .createNativeQuery(
                        "delete from oidc_log_ins where organisation_id = :organisation and expires_at < :now")
                .setParameter("organisation", organisationId)
                .setParameter("now", now)
                .executeUpdate();
        byte[] stateHash = logIn.state().sha256();
        String secrets = logIn.nonce() + "\n" + logIn.verifier();
        entityManager
                .createNativeQuery("insert into oidc_log_ins (organisation_id, state_sha256, browser_sha256,"
                        + " sealed_secrets, issuer, return_to, expires_at)"
                        + " values (:organisation, :state, :browser, :secrets, :issuer, :returnTo, :expires)")
                .setParameter("organisation", organisationId)
                .setParameter("state", stateHash)
                .setParameter("browser", logIn.browser().sha256())
                .setParameter("secrets", vault.seal(purpose(stateHash), secrets.getBytes(US_ASCII)))
                .setParameter("issuer", logIn.issuer())
                .setParameter("returnTo", logIn.returnTo())
                .setParameter("expires", now.plus(VALID_FOR))
                .executeUpdate();
    }

    /** The log-in of a state, which is used up by this; absent where there is none. */
    public Optional<PendingLogIn> take(String state, Optional<String> browserSecret) {
        return SecretToken.parse(STATE_PREFIX, state)
                .map(SecretToken::sha256)
                .flatMap(hash ->
                        organisation(hash).flatMap(organisationId -> take(organisationId, hash, browserSecret)));
    }

    private Optional<UUID> organisation(byte[] stateHash) {
        return Optional.ofNullable((UUID) entityManager
                .createNativeQuery("select optibid_organisation_of_oidc_log_in(:state)", UUID.class)
                .setParameter("state", stateHash)
                .getSingleResult());
    }

    private Optional<PendingLogIn> take(UUID organisationId, byte[] stateHash, Optional<String> browserSecret) {
        tenancy.enter(organisationId);
        List<?> rows = entityManager
                .createNativeQuery("with taken as (delete from oidc_log_ins where organisation_id = :organisation"
                        + " and state_sha256 = :state"
                        + " returning browser_sha256, sealed_secrets, issuer, return_to, expires_at)"
                        + " select browser_sha256, sealed_secrets, issuer, return_to, expires_at from taken")
                .setParameter("organisation", organisationId)
                .setParameter("state", stateHash)
                .getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> {
            String[] secrets = new String(vault.open(purpose(stateHash), (byte[]) row[1]), US_ASCII).split("\n", 2);
            boolean same = browserSecret
                    .flatMap(text -> SecretToken.parse(BROWSER_PREFIX, text))
                    .map(cookie -> MessageDigest.isEqual(cookie.sha256(), (byte[]) row[0]))
                    .orElse(false);
            boolean inTime = instant(row[4]).isAfter(clock.instant());
            return new PendingLogIn(
                    organisationId, (String) row[2], (String) row[3], same, inTime, secrets[0], secrets[1]);
        });
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    private static String purpose(byte[] stateHash) {
        return "oidc-log-in/" + HexFormat.of().formatHex(stateHash);
    }

    /**
     * A log-in that begins.
     *
     * @param returnTo a path of the console
     */
    public record NewLogIn(
            SecretToken state, SecretToken browser, String nonce, String verifier, String issuer, String returnTo) {

        /** With fresh secrets. */
        public static NewLogIn at(String issuer, String returnTo) {
            return new NewLogIn(
                    SecretToken.next(STATE_PREFIX),
                    SecretToken.next(BROWSER_PREFIX),
                    SecretToken.next("obn").text(),
                    SecretToken.next("obv").text(),
                    issuer,
                    returnTo);
        }

        @Override
        public String toString() {
            return "NewLogIn[" + issuer + "]";
        }
    }
}
