package energy.optibid.identity.internal.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.identity.Enrolment;
import energy.optibid.identity.Organisation;
import energy.optibid.identity.SecondFactorEnrolledException;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.internal.Account;
import energy.optibid.identity.internal.IdentityPostgres;
import energy.optibid.identity.internal.Sql;
import energy.optibid.platform.Environment;
import energy.optibid.platform.Settings;
import energy.optibid.platform.Vault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthenticatorsIT {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final IdentityPostgres postgres = IdentityPostgres.shared();
    private final Authenticators authenticators =
            new Authenticators(Vault.of(new Settings(key -> Optional.empty()), Environment.DEVELOPMENT));
    private final Account account;
    private final UserAccount user;

    AuthenticatorsIT() throws SQLException {
        account = postgres.newAccount();
        user = new UserAccount(
                account.userId(),
                "hilde+test@stadtwerke.example",
                "Hilde",
                new Organisation(account.organisationId(), "Stadtwerke"),
                List.of());
    }

    @Test
    void beginShouldGiveSecretAndUriAndKeepThemSealed() throws SQLException {
        Enrolment enrolment = in(connection -> authenticators.begin(connection, user, NOW));

        assertThat(enrolment.secret()).matches("[A-Z2-7]{32}");
        assertThat(enrolment.otpauthUri())
                .isEqualTo("otpauth://totp/OptiBid:hilde%2Btest%40stadtwerke.example?secret=" + enrolment.secret()
                        + "&issuer=OptiBid&algorithm=SHA1&digits=6&period=30");
        String row = postgres.asOwner(owner -> Sql.one(
                        owner,
                        "select f::text as line from second_factors f where user_id = ?",
                        found -> found.getString("line"),
                        account.userId())
                .orElseThrow());
        assertThat(row)
                .doesNotContain(enrolment.secret())
                .doesNotContain(HexFormat.of().formatHex(bytes(enrolment.secret())));
        assertThat(isEnrolled()).isFalse();
    }

    @Test
    void confirmShouldEnrolWhenTheFirstCodeIsRight() throws SQLException {
        byte[] secret = begin();

        assertThat(confirm("000000")).isEmpty();
        assertThat(confirm(code(secret, NOW)))
                .hasValueSatisfying(codes -> assertThat(codes).hasSize(10));
        assertThat(isEnrolled()).isTrue();
        assertThat(take(code(secret, NOW), NOW)).as("the code that enrolled").isFalse();
        assertThatThrownBy(() -> in(connection -> authenticators.begin(connection, user, NOW)))
                .isInstanceOf(SecondFactorEnrolledException.class);
    }

    @Test
    void takeShouldAllowOneStepOfDriftAndNoMore() throws SQLException {
        byte[] secret = enrol();
        Instant later = NOW.plusSeconds(3600);

        assertThat(take(code(secret, later.minusSeconds(60)), later)).isFalse();
        assertThat(take(code(secret, later.plusSeconds(60)), later)).isFalse();
        assertThat(take(code(secret, later.minusSeconds(30)), later)).isTrue();
        assertThat(take(code(secret, later), later)).isTrue();
        assertThat(take(code(secret, later.plusSeconds(30)), later)).isTrue();
        assertThat(take(code(secret, later), later))
                .as("a step before the last one used")
                .isFalse();
        assertThat(take(" 000 000 ", later)).isFalse();
        assertThat(take("", later)).isFalse();
    }

    @Test
    void takeShouldAcceptOneCodeOnceWhenTwentyComeAtOnce() throws Exception {
        byte[] secret = enrol();
        Instant later = NOW.plusSeconds(3600);

        List<Boolean> taken = postgres.atOnce(
                20,
                account.organisationId(),
                connection -> authenticators.take(connection, account, code(secret, later), later));

        assertThat(taken.stream().filter(once -> once)).hasSize(1);
    }

    @Test
    void recoveryCodeShouldBeGoodOnceWhenTwentyComeAtOnce() throws Exception {
        byte[] secret = begin();
        List<String> codes = confirm(code(secret, NOW)).orElseThrow();

        List<Boolean> taken = postgres.atOnce(
                20,
                account.organisationId(),
                connection -> authenticators.take(connection, account, codes.get(3), NOW));

        assertThat(taken.stream().filter(once -> once)).hasSize(1);
        assertThat(codesLeft()).isEqualTo(9);
        in(connection -> authenticators.renewCodes(connection, account, NOW));
        assertThat(codesLeft()).isEqualTo(10);
        assertThat(take(codes.get(4), NOW)).isFalse();
    }

    @Test
    void removeShouldLeaveNothing() throws SQLException {
        enrol();

        assertThat(remove()).isTrue();
        assertThat(isEnrolled()).isFalse();
        assertThat(codesLeft()).isZero();
        assertThat(remove()).isFalse();
    }

    private byte[] begin() throws SQLException {
        return bytes(
                in(connection -> authenticators.begin(connection, user, NOW)).secret());
    }

    private byte[] enrol() throws SQLException {
        byte[] secret = begin();
        assertThat(confirm(code(secret, NOW))).isPresent();
        return secret;
    }

    private boolean isEnrolled() throws SQLException {
        return in(connection -> authenticators.isEnrolled(connection, account));
    }

    private int codesLeft() throws SQLException {
        return in(connection -> authenticators.codesLeft(connection, account));
    }

    private boolean remove() throws SQLException {
        return in(connection -> authenticators.remove(connection, account));
    }

    private Optional<List<String>> confirm(String code) throws SQLException {
        return in(connection -> authenticators.confirm(connection, account, code, NOW));
    }

    private boolean take(String code, Instant at) throws SQLException {
        return in(connection -> authenticators.take(connection, account, code, at));
    }

    private <T> T in(IdentityPostgres.Work<T> work) throws SQLException {
        return postgres.in(account.organisationId(), work);
    }

    private static String code(byte[] secret, Instant at) {
        return Totp.AUTHENTICATOR.code(secret, Totp.step(at));
    }

    private static byte[] bytes(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long buffer = 0;
        int held = 0;
        for (byte letter : base32.getBytes(StandardCharsets.US_ASCII)) {
            buffer = ((buffer << 5) | ALPHABET.indexOf(letter)) & 0xfff;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes.write((int) (buffer >> held));
            }
        }
        return bytes.toByteArray();
    }
}
