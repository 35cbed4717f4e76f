package energy.optibid.identity.internal.factor;

import energy.optibid.identity.internal.Account;
import energy.optibid.identity.internal.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables {@code second_factors} and {@code recovery_codes}, of an organisation that the transaction has entered. */
final class FactorTable {
    private static final String OF_USER = " where organisation_id = ? and user_id = ?";
    private static final String READ = "select sealed_secret, confirmed_at from second_factors" + OF_USER;
    private static final String BEGIN = "insert into second_factors as f (organisation_id, user_id, sealed_secret,"
            + " created_at) values (?, ?, ?, ?) on conflict (organisation_id, user_id) do update"
            + " set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at"
            + " where f.confirmed_at is null";
    private static final String CONFIRM =
            "update second_factors set confirmed_at = ?, last_step = ?" + OF_USER + " and confirmed_at is null";
    private static final String USE_STEP =
            "update second_factors set last_step = ?" + OF_USER + " and confirmed_at is not null and last_step < ?";
    private static final String REMOVE = "delete from second_factors" + OF_USER;
    private static final String ADD_CODE =
            "insert into recovery_codes (organisation_id, user_id, code_sha256," + " created_at) values (?, ?, ?, ?)";
    private static final String USE_CODE =
            "update recovery_codes set used_at = ?" + OF_USER + " and code_sha256 = ? and used_at is null";
    private static final String CODES_LEFT =
            "select count(*) as codes from recovery_codes" + OF_USER + " and used_at is null";
    private static final String REMOVE_CODES = "delete from recovery_codes" + OF_USER;

    /** A stored secret; sealed bytes in an array of their own. */
    static final class Stored {
        private final byte[] sealed;
        private final boolean confirmed;

        Stored(byte[] sealed, @Nullable Object confirmedAt) {
            this.sealed = sealed;
            this.confirmed = confirmedAt != null;
        }

        byte[] sealed() {
            return sealed;
        }

        boolean isConfirmed() {
            return confirmed;
        }
    }

    Optional<Stored> read(Connection connection, Account account) throws SQLException {
        return Sql.one(
                connection,
                READ,
                row -> new Stored(row.getBytes("sealed_secret"), row.getObject("confirmed_at")),
                account.organisationId(),
                account.userId());
    }

    /** Keeps a secret until it is confirmed; false where there is a confirmed one. */
    boolean begin(Connection connection, Account account, byte[] sealed, Instant now) throws SQLException {
        return Sql.update(connection, BEGIN, account.organisationId(), account.userId(), sealed, now) == 1;
    }

    boolean confirm(Connection connection, Account account, long step, Instant now) throws SQLException {
        return Sql.update(connection, CONFIRM, now, step, account.organisationId(), account.userId()) == 1;
    }

    /** Takes the code of a step; false where this or a later one was taken. */
    boolean useStep(Connection connection, Account account, long step) throws SQLException {
        return Sql.update(connection, USE_STEP, step, account.organisationId(), account.userId(), step) == 1;
    }

    boolean remove(Connection connection, Account account) throws SQLException {
        Sql.update(connection, REMOVE_CODES, account.organisationId(), account.userId());
        return Sql.update(connection, REMOVE, account.organisationId(), account.userId()) == 1;
    }

    void replaceCodes(Connection connection, Account account, List<RecoveryCode> codes, Instant now)
            throws SQLException {
        Sql.update(connection, REMOVE_CODES, account.organisationId(), account.userId());
        for (RecoveryCode code : codes) {
            Sql.update(connection, ADD_CODE, account.organisationId(), account.userId(), code.sha256(), now);
        }
    }

    /** Takes a recovery code; false where it is none of the user's or was used. */
    boolean useCode(Connection connection, Account account, RecoveryCode code, Instant now) throws SQLException {
        return Sql.update(connection, USE_CODE, now, account.organisationId(), account.userId(), code.sha256()) == 1;
    }

    int codesLeft(Connection connection, Account account) throws SQLException {
        return Sql.one(connection, CODES_LEFT, row -> row.getInt("codes"), account.organisationId(), account.userId())
                .orElse(0);
    }
}
