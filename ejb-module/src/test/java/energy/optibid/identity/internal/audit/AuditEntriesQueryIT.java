package energy.optibid.identity.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.identity.AuditQuery;
import energy.optibid.identity.AuditedEntry;
import energy.optibid.platform.Ids;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The search, as the application, on a real PostgreSQL. */
class AuditEntriesQueryIT {
    private static final AuditPostgres POSTGRES = AuditPostgres.shared();
    private static final AuditQuery ALL = query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private UUID organisation = new UUID(0, 0);
    private final List<UUID> newestFirst = new ArrayList<>();

    @BeforeEach
    void writeSeven() throws SQLException {
        organisation = POSTGRES.newOrganisation();
        for (int i = 0; i < 7; i++) {
            UUID id = Ids.next();
            newestFirst.add(id);
            try (Connection application = POSTGRES.application(organisation)) {
                AuditPostgres.write(application, organisation, id);
                application.commit();
            }
        }
        Collections.reverse(newestFirst);
        POSTGRES.seal(organisation, AuditPostgres.KEYS);
    }

    @Test
    void findShouldGivePageAfterPageWhenACursorIsGiven() throws SQLException {
        List<UUID> found = new ArrayList<>();
        List<AuditedEntry> page = find(ALL, 3, Optional.empty());
        while (!page.isEmpty()) {
            page.forEach(entry -> found.add(entry.id()));
            page = find(ALL, 3, Optional.of(found.get(found.size() - 1)));
        }

        assertThat(found).isEqualTo(newestFirst);
        assertThat(find(ALL, 3, Optional.of(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void findShouldGiveWhatWasWritten() throws SQLException {
        AuditedEntry entry = find(ALL, 1, Optional.empty()).get(0);

        assertThat(entry.action()).isEqualTo("asset.update");
        assertThat(entry.origin().address()).isEqualTo("192.0.2.7");
        assertThat(entry.origin().requestId()).isEqualTo("request-" + entry.id());
        assertThat(entry.oldJson()).contains("{\"b\":1.50,\"a\":\"ü\"}");
        assertThat(entry.sequence()).contains(7L);
        assertThat(entry.userEmail()).isEmpty();
    }

    @Test
    void findShouldKeepToItsFilters() throws SQLException {
        AuditedEntry third = find(ALL, 3, Optional.empty()).get(2);

        assertThat(find(query(Optional.of(third.at()), Optional.empty(), Optional.empty(), Optional.empty())))
                .hasSize(3);
        assertThat(find(query(Optional.empty(), Optional.of(third.at()), Optional.empty(), Optional.empty())))
                .hasSize(4);
        assertThat(find(query(Optional.empty(), Optional.empty(), Optional.of("asset.delete"), Optional.empty())))
                .isEmpty();
        assertThat(find(query(Optional.empty(), Optional.empty(), Optional.empty(), third.userId())))
                .extracting(AuditedEntry::id)
                .containsExactly(third.id());
        assertThat(find(subject(third.subjectId())))
                .extracting(AuditedEntry::id)
                .containsExactly(third.id());
        try (Connection application = POSTGRES.application(organisation)) {
            assertThat(new AuditEntriesQuery(application, organisation, ALL).hasMoreThan(6))
                    .isTrue();
            assertThat(new AuditEntriesQuery(application, organisation, ALL).hasMoreThan(7))
                    .isFalse();
        }
    }

    static Stream<Arguments> plans() {
        Instant day = Instant.parse("2026-01-01T00:00:00Z");
        return Stream.of(
                Arguments.of(ALL, "audit_entries_time_idx"),
                Arguments.of(
                        query(
                                Optional.of(day),
                                Optional.of(day.plus(Duration.ofDays(1))),
                                Optional.empty(),
                                Optional.empty()),
                        "audit_entries_time_idx"),
                Arguments.of(
                        query(Optional.empty(), Optional.empty(), Optional.of("asset.create"), Optional.empty()),
                        "audit_entries_action_idx"),
                Arguments.of(
                        query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new UUID(1, 1))),
                        "audit_entries_user_idx"),
                Arguments.of(subject("x"), "audit_entries_subject_idx"));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void findShouldReadAnIndexInItsOrderWhenThereAreMany(AuditQuery query, String index) throws SQLException {
        try (Connection application = POSTGRES.application(organisation)) {
            try (Statement statement = application.createStatement()) {
                statement.execute("set local enable_seqscan = off");
                statement.execute("set local enable_bitmapscan = off");
                statement.execute("set local enable_sort = off");
            }
            assertThat(plan(application, query)).contains("using " + index).doesNotContain("Sort");
        }
    }

    private String plan(Connection application, AuditQuery query) throws SQLException {
        AuditEntriesQuery search = new AuditEntriesQuery(application, organisation, query);
        String sql = search.sql().replaceAll("limit \\?$", "limit 50");
        StringBuilder plan = new StringBuilder();
        try (var statement = search.prepare("explain (costs off) " + sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private List<AuditedEntry> find(AuditQuery query) throws SQLException {
        return find(query, 100, Optional.empty());
    }

    private List<AuditedEntry> find(AuditQuery query, int limit, Optional<UUID> after) throws SQLException {
        try (Connection application = POSTGRES.application(organisation)) {
            return new AuditEntriesQuery(application, organisation, query).find(limit, after);
        }
    }

    private static AuditQuery query(
            Optional<Instant> from, Optional<Instant> to, Optional<String> action, Optional<UUID> user) {
        return new AuditQuery(from, to, action, user, Optional.empty(), Optional.empty());
    }

    private static AuditQuery subject(String id) {
        return new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("asset"),
                Optional.of(id));
    }
}
