package energy.optibid.identity.internal.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.identity.ApiKey;
import energy.optibid.identity.ApiKeyInvalidException;
import energy.optibid.identity.CreatedApiKey;
import energy.optibid.identity.NewApiKey;
import energy.optibid.identity.internal.Account;
import energy.optibid.identity.internal.IdentityPostgres;
import energy.optibid.identity.internal.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeyRingIT {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Set<String> HELD = Set.of("trader", "viewer");

    private final IdentityPostgres postgres = IdentityPostgres.shared();
    private final ApiKeyRing ring = new ApiKeyRing();
    private final ApiKeyTable table = new ApiKeyTable();
    private final Account account;

    ApiKeyRingIT() throws SQLException {
        account = postgres.newAccount();
    }

    @Test
    void createShouldShowTheKeyOnceAndStoreItsHash() throws SQLException {
        CreatedApiKey created = create(new NewApiKey("Trading system", Set.of("trader"), Optional.empty()));

        assertThat(created.key().expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(90)));
        ApiKeyText text = ApiKeyText.parse(created.secret()).orElseThrow();
        ApiKeyTable.Found found = postgres.in(
                UUID.randomUUID(),
                connection -> table.find(connection, text.publicId()).orElseThrow());
        assertThat(found.organisationId()).isEqualTo(account.organisationId());
        ApiKeyTable.Stored stored = in(connection ->
                table.read(connection, account.organisationId(), found.id()).orElseThrow());
        assertThat(stored.key()).isEqualTo(created.key());
        assertThat(stored.sha256()).isEqualTo(text.sha256());
        String row = postgres.asOwner(owner -> Sql.one(
                        owner,
                        "select k::text as line from api_keys k where id = ?",
                        line -> line.getString("line"),
                        found.id())
                .orElseThrow());
        assertThat(row).contains(text.publicId()).doesNotContain(text.secret());
        assertThat(in(connection -> table.find(connection, "aaaaaaaaaaaa")).isPresent())
                .isFalse();
    }

    @Test
    void keysShouldBeHiddenFromOtherOrganisations() throws SQLException {
        CreatedApiKey created = create(new NewApiKey("Trading system", Set.of("trader"), Optional.empty()));
        Account stranger = postgres.newAccount();

        List<ApiKey> seen =
                postgres.in(stranger.organisationId(), connection -> ring.all(connection, account.organisationId()));
        boolean revoked = postgres.in(
                stranger.organisationId(),
                connection -> ring.revoke(
                        connection, account.organisationId(), created.key().id(), NOW));

        assertThat(seen).isEmpty();
        assertThat(revoked).isFalse();
    }

    @Test
    void createShouldRefuseWhatBreaksRules() {
        refused("invalid-name", new NewApiKey(" x", Set.of("trader"), Optional.empty()));
        refused("invalid-name", new NewApiKey("", Set.of("trader"), Optional.empty()));
        refused("role-not-held", new NewApiKey("x", Set.of("administrator"), Optional.empty()));
        refused("role-not-held", new NewApiKey("x", Set.of(), Optional.empty()));
        refused("invalid-expiry", new NewApiKey("x", Set.of("trader"), Optional.of(NOW)));
        refused("invalid-expiry", new NewApiKey("x", Set.of("trader"), Optional.of(NOW.plus(Duration.ofDays(366)))));
    }

    @Test
    void rotateShouldLetTheOldKeyLiveOnForItsOverlap() throws SQLException {
        ApiKey old = create(new NewApiKey("x", Set.of("trader"), Optional.of(NOW.plus(Duration.ofDays(10)))))
                .key();
        Instant later = NOW.plus(Duration.ofDays(3));

        ApiKey fresh = in(connection -> ring.rotate(connection, account, old, Duration.ofHours(24), later))
                .key();

        assertThat(fresh.roles()).isEqualTo(old.roles());
        assertThat(fresh.expiresAt()).isEqualTo(later.plus(Duration.ofDays(10)));
        ApiKey kept = read(old.id());
        assertThat(kept.replacedBy()).contains(fresh.id());
        assertThat(kept.isLive(later.plus(Duration.ofHours(23)))).isTrue();
        assertThat(kept.isLive(later.plus(Duration.ofHours(24)))).isFalse();
    }

    @Test
    void rotateShouldEndTheOldKeyAtOnceWhenThereIsNoOverlap() throws SQLException {
        ApiKey old =
                create(new NewApiKey("x", Set.of("trader"), Optional.empty())).key();

        in(connection -> ring.rotate(connection, account, old, Duration.ZERO, NOW));

        assertThat(read(old.id()).isLive(NOW)).isFalse();
    }

    @Test
    void lastUseShouldBeWrittenOnceAMinute() throws SQLException {
        UUID id = create(new NewApiKey("x", Set.of("trader"), Optional.empty()))
                .key()
                .id();

        used(id, NOW);
        used(id, NOW.plusSeconds(59));
        assertThat(read(id).lastUsedAt()).contains(NOW);
        used(id, NOW.plusSeconds(61));
        assertThat(read(id).lastUsedAt()).contains(NOW.plusSeconds(61));
    }

    private void used(UUID id, Instant at) throws SQLException {
        in(connection -> {
            table.used(connection, account.organisationId(), id, at);
            return true;
        });
    }

    private void refused(String code, NewApiKey key) {
        assertThatThrownBy(() -> create(key))
                .isInstanceOfSatisfying(
                        ApiKeyInvalidException.class,
                        refused -> assertThat(refused.findings())
                                .extracting(ApiKeyInvalidException.Finding::code)
                                .containsExactly(code));
    }

    private ApiKey read(UUID id) throws SQLException {
        return in(connection -> table.read(connection, account.organisationId(), id)
                .orElseThrow()
                .key());
    }

    private CreatedApiKey create(NewApiKey key) throws SQLException {
        return in(connection -> ring.create(connection, account, HELD, key, NOW));
    }

    private <T> T in(IdentityPostgres.Work<T> work) throws SQLException {
        return postgres.in(account.organisationId(), work);
    }
}
