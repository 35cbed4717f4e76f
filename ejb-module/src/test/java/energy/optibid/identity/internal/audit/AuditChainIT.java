package energy.optibid.identity.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.liquibase.audit.ChainBreak;
import energy.optibid.liquibase.audit.ChainBreak.Kind;
import energy.optibid.liquibase.audit.ChainHead;
import energy.optibid.liquibase.audit.ChainReport;
import energy.optibid.liquibase.audit.ChainVerification;
import energy.optibid.liquibase.audit.SealKeys;
import energy.optibid.platform.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain over the audit trail, on a real PostgreSQL, against its owner. */
class AuditChainIT {
    private static final AuditPostgres POSTGRES = AuditPostgres.shared();
    private static final SealKeys NO_KEYS = new SealKeys(List.of());

    private UUID organisation = new UUID(0, 0);
    private final List<UUID> entries = new ArrayList<>();

    @BeforeEach
    void makeOrganisation() throws SQLException {
        organisation = POSTGRES.newOrganisation();
    }

    @Test
    void verificationShouldFindNothingWhenNobodyTampered() throws SQLException {
        assertThat(verify().head()).isEmpty();
        chainOf(3);
        write();

        ChainReport report = verify();

        assertThat(report.isIntact()).isTrue();
        assertThat(report.codesChecked()).isTrue();
        assertThat(report.sealed()).isEqualTo(3);
        assertThat(report.unsealed()).isEqualTo(1);
        assertThat(report.unsealedEntries()).containsExactly(entries.get(3));
        assertThat(report.head()).map(ChainHead::sequence).contains(3L);
        assertThat(verify(NO_KEYS, report.head()).isIntact()).isTrue();
        assertThat(verify(NO_KEYS, report.head()).codesChecked()).isFalse();
    }

    /** 5 is the tampered entry, 6 the one after it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_entries set action = 'asset.read' where id = '%5$s'                 | ENTRY_ALTERED | 5",
                "update audit_entries set at = at + interval '1 microsecond' where id = '%5$s'    | ENTRY_ALTERED | 5",
                "update audit_entries set user_id = null where id = '%5$s'                        | ENTRY_ALTERED | 5",
                "update audit_entries set address = '', request_id = address where id = '%5$s'    | ENTRY_ALTERED | 5",
                "update audit_entries set outcome = 'refused' where id = '%5$s'                   | ENTRY_ALTERED | 5",
                "update audit_entries set old_values = null where id = '%5$s'                     | ENTRY_ALTERED | 5",
                "update audit_entries set old_values = old_values::jsonb::json where id = '%5$s'  | ENTRY_ALTERED | 5",
                "delete from audit_entries where id = '%5$s'                                      | ENTRY_MISSING | 5",
                "delete from audit_entries where id = '%10$s'                                     | ENTRY_MISSING | 10",
                "delete from audit_seals where entry_id = '%5$s'                                  | SEAL_MISSING  | 6",
                "delete from audit_seals where entry_id in ('%9$s', '%10$s')                      | ENTRY_UNSEALED | 9",
                "update audit_seals set hash = sha256('x') where entry_id = '%5$s'                | SEAL_ALTERED  | 5",
                "update audit_seals set code = sha256('x') where entry_id = '%5$s'                | SEAL_ALTERED  | 5",
                "update audit_seals set key_id = key_id + 1 where entry_id = '%5$s'               | KEY_UNKNOWN   | 5",
                "update audit_seals set format = 2 where entry_id = '%5$s'                        | FORMAT_UNKNOWN | 5",
                "update audit_seals set previous_hash = sha256('x') where entry_id = '%5$s'       | LINK_BROKEN   | 5",
                "update audit_seals set sealed_at = sealed_at + interval '1 s' where entry_id = '%5$s' | ENTRY_ALTERED | 5",
                "update audit_seals set entry_id = gen_random_uuid() where entry_id = '%5$s'      | ENTRY_MISSING | -1",
            })
    void verificationShouldNameTheFirstBrokenEntryWhenTheOwnerTampers(String sql, Kind kind, int entry)
            throws SQLException {
        chainOf(10);
        asOwner(sql.formatted(entries.toArray()));

        ChainBreak broken = verify().firstBreak().orElseThrow();

        assertThat(broken.kind()).isEqualTo(kind);
        if (entry > 0) {
            assertThat(broken.entryId()).contains(entries.get(entry - 1));
        }
    }

    @Test
    void verificationShouldNameTheEntryWhenTwoAreExchanged() throws SQLException {
        chainOf(10);
        asOwner(
                "alter table audit_seals drop constraint audit_seals_entry_key",
                ("update audit_seals set entry_id = case when entry_id = '%1$s' then '%2$s'::uuid else '%1$s'::uuid end"
                                + " where entry_id in ('%1$s', '%2$s')")
                        .formatted(entries.get(3), entries.get(6)),
                "alter table audit_seals add constraint audit_seals_entry_key unique (organisation_id, entry_id)");

        assertThat(verify().firstBreak()).map(ChainBreak::kind).contains(Kind.ENTRY_ALTERED);
        assertThat(verify().firstBreak()).flatMap(ChainBreak::sequence).contains(4L);
    }

    @Test
    void verificationShouldNameTheEntryWhenItWasWrittenBehindTheApplicationsBack() throws SQLException {
        chainOf(3);
        UUID inserted = Ids.next();
        try (Connection owner = POSTGRES.owner()) {
            AuditPostgres.insert(owner, organisation, inserted);
        }

        assertThat(POSTGRES.seal(organisation, AuditPostgres.KEYS)).isZero();
        assertThat(verify().firstBreak())
                .contains(new ChainBreak(Kind.ENTRY_UNSEALED, Optional.empty(), Optional.of(inserted)));
    }

    @Test
    void verificationShouldNameTheEntryWhenItWasDeletedBeforeItWasSealed() throws SQLException {
        write();
        asOwner("delete from audit_entries where id = '" + entries.get(0) + "'");

        assertThat(POSTGRES.seal(organisation, AuditPostgres.KEYS)).isZero();
        assertThat(verify().firstBreak()).map(ChainBreak::kind).contains(Kind.WAITING_ENTRY_MISSING);
        assertThat(verify().firstBreak()).flatMap(ChainBreak::entryId).contains(entries.get(0));
    }

    @Test
    void verificationShouldNameTheFirstForgedSealWhenTheChainIsWrittenAnew() throws SQLException {
        chainOf(10);
        Optional<ChainHead> noted = verify().head();
        int genuine = AuditPostgres.KEYS.currentId();
        rewriteFromTheFifth();

        assertThat(verify().firstBreak()).contains(broken(Kind.KEY_UNKNOWN, 5));
        asOwner("update audit_seals set key_id = " + genuine + " where organisation_id = '" + organisation + "'");
        assertThat(verify().firstBreak()).contains(broken(Kind.SEAL_ALTERED, 5));
        assertThat(verify(NO_KEYS, Optional.empty()).isIntact()).isTrue();
        assertThat(verify(NO_KEYS, noted).firstBreak()).contains(broken(Kind.HEAD_DIFFERS, 10));
    }

    @Test
    void verificationShouldMissTheTailWhenAHeadWasNoted() throws SQLException {
        chainOf(10);
        Optional<ChainHead> noted = verify().head();
        String tail = "('" + entries.get(8) + "', '" + entries.get(9) + "')";
        asOwner("delete from audit_seals where entry_id in " + tail, "delete from audit_entries where id in " + tail);

        assertThat(verify().isIntact()).isTrue();
        assertThat(verify(AuditPostgres.KEYS, noted).firstBreak())
                .contains(new ChainBreak(Kind.TAIL_MISSING, Optional.of(9L), Optional.empty()));
        chainOf(2);
        assertThat(verify(AuditPostgres.KEYS, noted).firstBreak())
                .map(ChainBreak::kind)
                .contains(Kind.HEAD_DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entries set action = 'x'",
                "delete from audit_entries",
                "truncate audit_entries",
                "update audit_seals set code = hash",
                "delete from audit_seals",
                "truncate audit_seals",
                "truncate audit_unsealed",
                "update audit_unsealed set entry_id = entry_id",
                "alter table audit_entries disable row level security",
                "drop table audit_seals"
            })
    void applicationShouldBeRefusedWhenItChangesTheTrail(String sql) throws SQLException {
        try (Connection application = POSTGRES.application(organisation);
                Statement statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void applicationShouldSeeAndWriteOnlyItsOrganisationsEntries() throws SQLException {
        chainOf(2);
        write();
        UUID other = POSTGRES.newOrganisation();
        try (Connection application = POSTGRES.application(other);
                Statement statement = application.createStatement();
                var row = statement.executeQuery("select (select count(*) from audit_entries)"
                        + " + (select count(*) from audit_seals) + (select count(*) from audit_unsealed)")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isZero();
            assertThat(ChainSealer.waitingOrganisations(application)).contains(organisation);
            assertThatThrownBy(() -> AuditPostgres.write(application, organisation, Ids.next()))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void entryShouldBeSealedWhenItsTransactionCommitsLate() throws SQLException {
        UUID early = Ids.next();
        try (Connection late = POSTGRES.application(organisation)) {
            AuditPostgres.write(late, organisation, early);
            chainOf(3);
            assertThat(verify().sealed()).isEqualTo(3);
            late.commit();
        }

        assertThat(POSTGRES.seal(organisation, AuditPostgres.KEYS)).isEqualTo(1);
        assertThat(verify().sealed()).isEqualTo(4);
        assertThat(verify().isIntact()).isTrue();
        assertThat(verify().unsealed()).isZero();
    }

    @Test
    void sealerShouldPassOnWhenAnotherSealsTheSameChain() throws SQLException {
        write();
        try (Connection first = POSTGRES.application(organisation)) {
            assertThat(sealer(first).seal(organisation, java.time.Instant.now()))
                    .isEqualTo(1);
            assertThat(POSTGRES.seal(organisation, AuditPostgres.KEYS)).isZero();
            first.commit();
        }

        assertThat(POSTGRES.seal(organisation, AuditPostgres.KEYS)).isZero();
        assertThat(verify().sealed()).isEqualTo(1);
        assertThat(verify().isIntact()).isTrue();
    }

    @Test
    void chainShouldHoldEveryEntryWhenEightWritersAndTwoSealersWork() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            writers.add(threads.submit(() -> writeMany(625)));
        }
        List<Future<?>> sealers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            sealers.add(threads.submit(() -> sealUntil(5_000)));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        for (Future<?> sealer : sealers) {
            sealer.get();
        }
        threads.shutdown();

        ChainReport report = verify();
        assertThat(report.firstBreak()).isEmpty();
        assertThat(report.sealed()).isEqualTo(5_000);
        assertThat(report.unsealed()).isZero();
    }

    private ChainBreak broken(Kind kind, int sequence) {
        return new ChainBreak(kind, Optional.of((long) sequence), Optional.of(entries.get(sequence - 1)));
    }

    /** What an owner can do who has the code and not the key. */
    private void rewriteFromTheFifth() throws SQLException {
        String ofOrganisation = " where organisation_id = '" + organisation + "'";
        asOwner(
                "update audit_entries set action = 'asset.read' where id = '" + entries.get(4) + "'",
                "insert into audit_unsealed select organisation_id, entry_id from audit_seals" + ofOrganisation
                        + " and sequence >= 5",
                "delete from audit_seals" + ofOrganisation + " and sequence >= 5");
        assertThat(POSTGRES.seal(organisation, new SealKeys(List.of(new byte[] {9}))))
                .isEqualTo(6);
    }

    private Object writeMany(int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            try (Connection application = POSTGRES.application(organisation)) {
                AuditPostgres.write(application, organisation, Ids.next());
                application.commit();
            }
        }
        return count;
    }

    private Object sealUntil(int count) throws SQLException {
        long deadline = System.nanoTime() + 120_000_000_000L;
        while (verify().sealed() < count && System.nanoTime() < deadline) {
            POSTGRES.seal(organisation, AuditPostgres.KEYS);
        }
        return count;
    }

    private static ChainSealer sealer(Connection connection) {
        return new ChainSealer(connection, AuditPostgres.KEYS);
    }

    private void write() throws SQLException {
        UUID id = Ids.next();
        entries.add(id);
        try (Connection application = POSTGRES.application(organisation)) {
            AuditPostgres.write(application, organisation, id);
            application.commit();
        }
    }

    private void chainOf(int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            write();
        }
        assertThat(POSTGRES.seal(organisation, AuditPostgres.KEYS)).isEqualTo(count);
    }

    private ChainReport verify() throws SQLException {
        return verify(AuditPostgres.KEYS, Optional.empty());
    }

    private ChainReport verify(SealKeys keys, Optional<ChainHead> expected) throws SQLException {
        try (Connection application = POSTGRES.application(organisation)) {
            return new ChainVerification(application, keys).verify(organisation, expected);
        }
    }

    private static void asOwner(String... statements) throws SQLException {
        try (Connection owner = POSTGRES.owner();
                Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
