package energy.optibid.identity.internal.login;

import energy.optibid.identity.internal.Account;
import energy.optibid.identity.internal.Sql;
import energy.optibid.platform.Ids;
import energy.optibid.platform.SecretToken;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The table {@code log_in_challenges}. */
final class ChallengeTable {
    private static final String PREFIX = "obl";
    private static final int ATTEMPTS = 5;

    private static final String FIND = "select id, organisation_id from optibid_log_in_challenge(?)";
    private static final String CREATE = "insert into log_in_challenges (id, organisation_id, user_id, purpose,"
            + " token_sha256, attempts_left, created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String TIDY =
            "delete from log_in_challenges where organisation_id = ? and user_id = ? and expires_at < ?";
    private static final String OPEN = " where organisation_id = ? and id = ? and purpose = ? and used_at is null"
            + " and attempts_left > 0 and expires_at > ?";
    private static final String READ = "select user_id from log_in_challenges" + OPEN;
    private static final String CLAIM = "update log_in_challenges set attempts_left = attempts_left - 1" + OPEN;
    private static final String USE =
            "update log_in_challenges set used_at = ? where organisation_id = ? and id = ? and used_at is null";

    /** What a challenge is good for, and how long. */
    enum Purpose {
        VERIFY(Duration.ofMinutes(5)),

        /** Long enough to install an app. */
        ENROL(Duration.ofMinutes(20));

        private final Duration validFor;

        Purpose(Duration validFor) {
            this.validFor = validFor;
        }

        Duration validFor() {
            return validFor;
        }

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A challenge and where it belongs. */
    record Found(UUID id, UUID organisationId) {}

    /** The challenge of a secret, whichever organisation it belongs to; whether it is open is still to be seen. */
    Optional<Found> find(Connection connection, String secret) throws SQLException {
        Optional<SecretToken> token = SecretToken.parse(PREFIX, secret);
        return token.isEmpty()
                ? Optional.empty()
                : Sql.one(
                        connection,
                        FIND,
                        row -> new Found(row.getObject("id", UUID.class), row.getObject("organisation_id", UUID.class)),
                        (Object) token.get().sha256());
    }

    SecretToken create(Connection connection, Account account, Purpose purpose, Instant now) throws SQLException {
        SecretToken token = SecretToken.next(PREFIX);
        Sql.update(connection, TIDY, account.organisationId(), account.userId(), now);
        Sql.update(
                connection,
                CREATE,
                Ids.next(),
                account.organisationId(),
                account.userId(),
                purpose.code(),
                token.sha256(),
                ATTEMPTS,
                now,
                now.plus(purpose.validFor()));
        return token;
    }

    /** The user of an open challenge. */
    Optional<UUID> user(Connection connection, Found challenge, Purpose purpose, Instant now) throws SQLException {
        return Sql.one(
                connection,
                READ,
                row -> row.getObject("user_id", UUID.class),
                challenge.organisationId(),
                challenge.id(),
                purpose.code(),
                now);
    }

    /** Takes one of the attempts of an open challenge; false where none is left. */
    boolean claim(Connection connection, Found challenge, Purpose purpose, Instant now) throws SQLException {
        return Sql.update(connection, CLAIM, challenge.organisationId(), challenge.id(), purpose.code(), now) == 1;
    }

    /** Ends a challenge; false where it was used meanwhile. */
    boolean use(Connection connection, Found challenge, Instant now) throws SQLException {
        return Sql.update(connection, USE, now, challenge.organisationId(), challenge.id()) == 1;
    }
}
