package energy.optibid.identity.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.identity.Organisation;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.Visitor;
import energy.optibid.identity.internal.Account;
import energy.optibid.identity.internal.IdentityPostgres;
import energy.optibid.platform.Origin;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogInGateIT {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Visitor OWNER = visitor("192.0.2.1");
    private static final Visitor ATTACKER = visitor("198.51.100.7");

    private final IdentityPostgres postgres = IdentityPostgres.shared();
    private final LogInGate gate = new LogInGate();

    private Account account;
    private String email;

    LogInGateIT() throws SQLException {
        account = postgres.newAccount();
        email = account.userId() + "@stadtwerke.example";
    }

    @Test
    void attemptShouldLetExactlyTenThroughWhenFiftyComeAtOnce() throws Exception {
        List<LogInGate.Attempt> attempts = postgres.atOnce(
                50,
                account.organisationId(),
                connection -> gate.attempt(connection, email, Optional.of(account), ATTACKER, NOW));

        assertThat(attempts.stream().filter(attempt -> attempt.pause().isEmpty()))
                .hasSize(10);
        assertThat(attempts.stream().filter(LogInGate.Attempt::last)).hasSize(1);
        assertThat(attempts.stream().flatMap(attempt -> attempt.pause().stream()))
                .containsOnly(Duration.ofSeconds(15));
    }

    @Test
    void attemptShouldCountUnknownAddressesAlike() throws Exception {
        List<LogInGate.Attempt> attempts = postgres.atOnce(
                20,
                account.organisationId(),
                connection -> gate.attempt(connection, "nobody-" + email, Optional.empty(), ATTACKER, NOW));

        assertThat(attempts.stream().filter(attempt -> attempt.pause().isEmpty()))
                .hasSize(10);
    }

    @Test
    void attemptShouldBeLookedAtAgainWhenThePauseIsOver() throws Exception {
        wrong(ATTACKER, 10, NOW);

        assertThat(attempt(ATTACKER, NOW.plusSeconds(14)).pause()).contains(Duration.ofSeconds(1));
        assertThat(attempt(ATTACKER, NOW.plusSeconds(15)).pause()).isEmpty();
        assertThat(attempt(ATTACKER, NOW.plusSeconds(16)).pause()).contains(Duration.ofSeconds(29));
    }

    @Test
    void ownerShouldNotBeSlowedDownAtKnownNetworkWhenAttackersComeFromEverywhere() throws Exception {
        welcome(OWNER);
        for (int i = 0; i < 10; i++) {
            wrong(visitor("203.0.113." + i), 10, NOW);
        }

        assertThat(attempt(visitor("203.0.113.200"), NOW).pause()).isPresent();
        assertThat(attempt(OWNER, NOW).pause()).isEmpty();
    }

    @Test
    void ownerShouldNotBeSlowedDownInKnownBrowserWhenItsNetworkIsTheAttackers() throws Exception {
        Optional<String> cookie = welcome(OWNER);
        wrong(OWNER, 10, NOW);

        assertThat(attempt(OWNER, NOW).pause()).isPresent();
        assertThat(attempt(new Visitor(ATTACKER.origin(), cookie), NOW).pause()).isEmpty();
        assertThat(attempt(new Visitor(OWNER.origin(), cookie), NOW).pause()).isEmpty();
    }

    @Test
    void knownBrowserShouldBeSlowedDownByItselfWhenItGuesses() throws Exception {
        Visitor stolen = new Visitor(ATTACKER.origin(), welcome(OWNER));
        wrong(stolen, 10, NOW);

        assertThat(attempt(stolen, NOW).pause()).isPresent();
        assertThat(attempt(OWNER, NOW).pause()).isEmpty();
    }

    @Test
    void browserShouldBeUnknownWhenItsCookieBelongsToAnotherAccount() throws Exception {
        Optional<String> cookie = welcome(OWNER);
        account = postgres.newAccount();
        email = account.userId() + "@stadtwerke.example";

        assertThat(attempt(new Visitor(ATTACKER.origin(), cookie), NOW).place().known())
                .isFalse();
    }

    @Test
    void welcomeShouldForgetTheOwnersMistakesAndNotTheAttackers() throws Exception {
        wrong(OWNER, 9, NOW);
        welcome(OWNER);
        wrong(OWNER, 9, NOW);
        assertThat(attempt(OWNER, NOW).pause()).isEmpty();

        wrong(ATTACKER, 10, NOW);
        welcome(OWNER);
        assertThat(attempt(ATTACKER, NOW).pause()).isPresent();
    }

    @Test
    void giveBackShouldLeaveTheAttemptUncounted() throws Exception {
        for (int i = 0; i < 30; i++) {
            LogInGate.Attempt attempt = attempt(ATTACKER, NOW);
            assertThat(attempt.pause()).as("attempt %d", i).isEmpty();
            postgres.in(account.organisationId(), connection -> {
                gate.giveBack(connection, attempt.counters());
                return attempt;
            });
        }
    }

    @Test
    void welcomeShouldKeepTheCookieOfKnownBrowserAndTwentyBrowsersAtMost() throws Exception {
        Optional<String> first = welcome(OWNER);
        assertThat(welcome(new Visitor(OWNER.origin(), first))).isEmpty();
        for (int i = 0; i < 25; i++) {
            welcome(OWNER);
        }
        int devices = postgres.asOwner(owner -> energy.optibid.identity.internal.Sql.one(
                        owner,
                        "select count(*) as places from known_places where user_id = ? and kind = 'device'",
                        row -> row.getInt("places"),
                        account.userId())
                .orElseThrow());
        assertThat(devices).isEqualTo(20);
    }

    private void wrong(Visitor visitor, int times, Instant at) throws SQLException {
        for (int i = 0; i < times; i++) {
            attempt(visitor, at);
        }
    }

    private LogInGate.Attempt attempt(Visitor visitor, Instant at) throws SQLException {
        return postgres.in(
                account.organisationId(),
                connection -> gate.attempt(connection, email, Optional.of(account), visitor, at));
    }

    private Optional<String> welcome(Visitor visitor) throws SQLException {
        UserAccount user = new UserAccount(
                account.userId(), email, "Hilde", new Organisation(account.organisationId(), "Stadtwerke"), List.of());
        return postgres.in(account.organisationId(), connection -> {
            LogInGate.Attempt attempt = gate.attempt(connection, email, Optional.of(account), visitor, NOW);
            return gate.welcome(connection, user, visitor, attempt.counters(), NOW)
                    .device();
        });
    }

    private static Visitor visitor(String address) {
        return new Visitor(new Origin(address, "", ""), Optional.empty());
    }
}
