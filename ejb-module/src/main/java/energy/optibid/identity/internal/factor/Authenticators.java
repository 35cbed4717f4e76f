package energy.optibid.identity.internal.factor;

import energy.optibid.identity.Enrolment;
import energy.optibid.identity.SecondFactorEnrolledException;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.internal.Account;
import energy.optibid.identity.internal.text.Base32;
import energy.optibid.platform.Vault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Users' authenticator apps and recovery codes. A code is accepted in its own half minute, the one before and the one
 * after, since clocks differ, and once: of two attempts with the same code at the same moment one succeeds.
 */
public final class Authenticators {
    private static final int SECRET_BYTES = 20;
    private static final long DRIFT_STEPS = 1;
    private static final String ISSUER = "OptiBid";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FactorTable table = new FactorTable();
    private final Vault vault;

    public Authenticators(Vault vault) {
        this.vault = vault;
    }

    public boolean isEnrolled(Connection connection, Account account) throws SQLException {
        return table.read(connection, account)
                .filter(FactorTable.Stored::isConfirmed)
                .isPresent();
    }

    /**
     * Makes a secret for the user's app, in place of one that was not confirmed.
     *
     * @throws SecondFactorEnrolledException where there is a confirmed one
     */
    public Enrolment begin(Connection connection, UserAccount user, Instant now) throws SQLException {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        Account account = Account.of(user);
        if (!table.begin(connection, account, vault.seal(purpose(account), secret), now)) {
            throw new SecondFactorEnrolledException();
        }
        return new Enrolment(Base32.encode(secret), otpauthUri(user.email(), secret));
    }

    /** Confirms the secret by its first code and gives recovery codes; absent where the code is wrong. */
    public Optional<List<String>> confirm(Connection connection, Account account, String code, Instant now)
            throws SQLException {
        Optional<FactorTable.Stored> pending = table.read(connection, account).filter(stored -> !stored.isConfirmed());
        OptionalLong step = pending.isEmpty() ? OptionalLong.empty() : step(account, pending.get(), code, now);
        if (step.isEmpty() || !table.confirm(connection, account, step.getAsLong(), now)) {
            return Optional.empty();
        }
        return Optional.of(renewCodes(connection, account, now));
    }

    /** Takes a code of the app or a recovery code; false where it is wrong or was used. */
    public boolean take(Connection connection, Account account, String typed, Instant now) throws SQLException {
        Optional<FactorTable.Stored> stored = table.read(connection, account).filter(FactorTable.Stored::isConfirmed);
        if (stored.isEmpty()) {
            return false;
        }
        Optional<RecoveryCode> recovery = RecoveryCode.parse(typed);
        if (recovery.isPresent()) {
            return table.useCode(connection, account, recovery.get(), now);
        }
        OptionalLong step = step(account, stored.get(), typed, now);
        return step.isPresent() && table.useStep(connection, account, step.getAsLong());
    }

    /** New recovery codes in place of all earlier ones. */
    public List<String> renewCodes(Connection connection, Account account, Instant now) throws SQLException {
        List<RecoveryCode> codes = RecoveryCode.set();
        table.replaceCodes(connection, account, codes, now);
        return codes.stream().map(RecoveryCode::text).toList();
    }

    public int codesLeft(Connection connection, Account account) throws SQLException {
        return table.codesLeft(connection, account);
    }

    /** Removes the secret and the recovery codes; false where there was no secret. */
    public boolean remove(Connection connection, Account account) throws SQLException {
        return table.remove(connection, account);
    }

    /** The step whose code was typed. */
    private OptionalLong step(Account account, FactorTable.Stored stored, String typed, Instant now) {
        byte[] secret = vault.open(purpose(account), stored.sealed());
        byte[] code = typed.replace(" ", "").getBytes(StandardCharsets.UTF_8);
        long current = Totp.step(now);
        return LongStream.rangeClosed(current - DRIFT_STEPS, current + DRIFT_STEPS)
                .filter(step -> MessageDigest.isEqual(
                        code, Totp.AUTHENTICATOR.code(secret, step).getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    private static String purpose(Account account) {
        return "totp/" + account.userId();
    }

    /** As authenticator apps read it from a QR code: Google Authenticator's "Key Uri Format". */
    private static String otpauthUri(String email, byte[] secret) {
        String label = URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + ISSUER + ":" + label + "?secret=" + Base32.encode(secret) + "&issuer=" + ISSUER
                + "&algorithm=SHA1&digits=6&period=30";
    }
}
