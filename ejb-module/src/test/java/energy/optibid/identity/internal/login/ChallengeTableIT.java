package energy.optibid.identity.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.identity.internal.Account;
import energy.optibid.identity.internal.IdentityPostgres;
import energy.optibid.identity.internal.login.ChallengeTable.Found;
import energy.optibid.identity.internal.login.ChallengeTable.Purpose;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChallengeTableIT {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final IdentityPostgres postgres = IdentityPostgres.shared();
    private final ChallengeTable table = new ChallengeTable();
    private final Account account;
    private final String secret;
    private final Found challenge;

    ChallengeTableIT() throws SQLException {
        account = postgres.newAccount();
        secret = postgres.in(
                account.organisationId(),
                connection ->
                        table.create(connection, account, Purpose.VERIFY, NOW).text());
        challenge = postgres.in(
                UUID.randomUUID(), connection -> table.find(connection, secret).orElseThrow());
    }

    @Test
    void findShouldTellTheOrganisationWhenNoneWasEntered() {
        assertThat(challenge.organisationId()).isEqualTo(account.organisationId());
    }

    @Test
    void claimShouldSucceedFiveTimesWhenTwentyComeAtOnce() throws Exception {
        List<Boolean> claims = postgres.atOnce(
                20, account.organisationId(), connection -> table.claim(connection, challenge, Purpose.VERIFY, NOW));

        assertThat(claims.stream().filter(claim -> claim)).hasSize(5);
    }

    @Test
    void useShouldSucceedOnceWhenTenComeAtOnce() throws Exception {
        List<Boolean> uses =
                postgres.atOnce(10, account.organisationId(), connection -> table.use(connection, challenge, NOW));

        assertThat(uses.stream().filter(use -> use)).hasSize(1);
        assertThat(isOpen(Purpose.VERIFY, NOW)).isFalse();
    }

    @Test
    void challengeShouldBeGoodForItsPurposeAndTimeOnly() throws SQLException {
        assertThat(isOpen(Purpose.VERIFY, NOW)).isTrue();
        assertThat(isOpen(Purpose.ENROL, NOW)).isFalse();
        assertThat(isOpen(Purpose.VERIFY, NOW.plusSeconds(299))).isTrue();
        assertThat(isOpen(Purpose.VERIFY, NOW.plusSeconds(300))).isFalse();
        assertThat(postgres.<Boolean>in(
                        UUID.randomUUID(),
                        connection -> table.user(connection, challenge, Purpose.VERIFY, NOW)
                                .isPresent()))
                .as("in another organisation's transaction")
                .isFalse();
    }

    private boolean isOpen(Purpose purpose, Instant at) throws SQLException {
        return postgres.in(
                account.organisationId(),
                connection -> table.user(connection, challenge, purpose, at).isPresent());
    }
}
