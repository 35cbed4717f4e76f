package energy.optibid.streaming.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.streaming.EventTaker;
import energy.optibid.streaming.LoggedEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order of the log, and the bookmarks of its readers, as the application's login. */
class EventLogIT {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private final StreamPostgres postgres = StreamPostgres.shared();
    private UUID organisation = UUID.randomUUID();

    @BeforeEach
    void empty() throws SQLException {
        postgres.empty();
        organisation = postgres.newOrganisation();
    }

    @Test
    void readerShouldMeetAnEventThatCommitsAfterYoungerOnes() throws SQLException {
        try (Connection late = postgres.application(organisation);
                Connection quick = postgres.application(organisation)) {
            UUID first = append(late, "a");
            UUID second = append(quick, "b");
            quick.commit();
            assertThat(ids(read(0))).containsExactly(second);
            long place = read(0).get(0).position();

            late.commit();

            assertThat(ids(read(place))).containsExactly(first);
            assertThat(ids(read(0))).containsExactly(second, first);
        }
    }

    @Test
    void eventsOfAllOrganisationsShouldBeReadWithWhatTheyHold() throws SQLException {
        UUID other = postgres.newOrganisation();
        UUID theirs = commit(Optional.of(other), "x");
        UUID platforms = commit(Optional.empty(), "y");

        List<LoggedEvent> events = read(0);

        assertThat(ids(events)).containsExactly(theirs, platforms);
        assertThat(events)
                .extracting(LoggedEvent::organisationId)
                .containsExactly(Optional.of(other), Optional.empty());
        assertThat(events.get(0).type()).isEqualTo("BidRunQueued");
        assertThat(events.get(0).aggregateType()).isEqualTo("bid-run");
        assertThat(events.get(0).aggregateId()).isEqualTo("x");
        assertThat(events.get(0).payloadJson()).isEqualTo("{\"n\": 1}");
    }

    @Test
    void eventThatWasRolledBackShouldNeverBeRead() throws SQLException {
        try (Connection connection = postgres.application(organisation)) {
            append(connection, "a");
            connection.rollback();
        }

        assertThat(read(0)).isEmpty();
    }

    @Test
    void bookmarkShouldMovePastWhatWasTakenAndNoFurther() throws SQLException {
        UUID first = commit(Optional.of(organisation), "a");
        UUID second = commit(Optional.of(organisation), "a");
        List<UUID> seen = new ArrayList<>();

        assertThat(deliver(events -> {
                    seen.addAll(ids(events));
                    return 1;
                }))
                .isEqualTo(1);
        assertThat(deliver(events -> {
                    seen.addAll(ids(events));
                    return events.size();
                }))
                .isEqualTo(1);

        assertThat(seen).containsExactly(first, second, second);
        assertThat(deliver(List::size)).isZero();
    }

    @Test
    void eventsShouldComeAgainWhenTheBookmarkWasNotStored() throws SQLException {
        UUID event = commit(Optional.of(organisation), "a");
        place();
        try (Connection dying = postgres.application()) {
            assertThat(LogReading.deliver(dying, NOW, "test", 10, List::size)).isEqualTo(1);
        }

        List<UUID> seen = new ArrayList<>();
        deliver(events -> {
            seen.addAll(ids(events));
            return events.size();
        });

        assertThat(seen).containsExactly(event);
    }

    @Test
    void oneReaderAtATimeShouldWorkForAConsumer() throws SQLException {
        commit(Optional.of(organisation), "a");
        deliver(events -> 0);
        try (Connection one = postgres.application();
                Connection two = postgres.application()) {
            assertThat(new LogTable(one).claim("test", NOW)).isPresent();

            assertThat(new LogTable(two).claim("test", NOW)).isEmpty();
            assertThat(new LogTable(two).claim("another", NOW)).isPresent();

            one.rollback();
            assertThat(new LogTable(two).claim("test", NOW)).isPresent();
        }
    }

    @Test
    void backlogShouldCountWhatIsPlacedAndWhatIsNot() throws SQLException {
        commit(Optional.of(organisation), "a");
        deliver(List::size);
        commit(Optional.of(organisation), "a");
        place();
        commit(Optional.of(organisation), "a");

        try (Connection connection = postgres.application()) {
            assertThat(new LogTable(connection).backlog("test").events()).isEqualTo(2);
            assertThat(new LogTable(connection).backlog("test").oldest()).isPresent();
            assertThat(new LogTable(connection).backlog("new").events()).isEqualTo(3);
        }
    }

    @Test
    void applicationShouldNeitherChangeNorDeleteEvents() throws SQLException {
        commit(Optional.of(organisation), "a");

        for (String sql : List.of(
                "update outbox_events set position = 7",
                "update outbox_events set type = 'x'",
                "delete from outbox_events")) {
            try (Connection connection = postgres.application(organisation);
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void oldEventsShouldBeDeletedWhenEverybodyWhoStillLooksHasReadThem() throws SQLException {
        for (int i = 0; i < 4; i++) {
            commit(Optional.of(organisation), "a");
        }
        List<LoggedEvent> events = read(0);
        postgres.execute("update outbox_events set occurred_at = '2026-10-01' where position <= "
                + events.get(2).position());
        bookmark("reads", events.get(1).position(), NOW.minusSeconds(60));
        bookmark("left-long-ago", 0, Instant.parse("2026-10-02T00:00:00Z"));

        purge();
        assertThat(ids(read(0))).isEqualTo(ids(events.subList(2, 4)));

        bookmark("reads", events.get(3).position(), NOW);
        purge();
        assertThat(ids(read(0))).as("kept for a month").isEqualTo(ids(events.subList(3, 4)));
    }

    @Test
    void messageShouldBeNewOnceForEachConsumerAndForgottenInTheEnd() throws SQLException {
        assertThat(isNew("a", "m", NOW)).isTrue();
        assertThat(isNew("a", "m", NOW)).isFalse();
        assertThat(isNew("b", "m", NOW)).isTrue();
        assertThat(isNew("a", "old", Instant.parse("2026-10-01T00:00:00Z"))).isTrue();

        try (Connection connection = postgres.application()) {
            assertThat(InboxTable.purge(connection, NOW.minus(Duration.ofDays(30))))
                    .isFalse();
            connection.commit();
        }

        assertThat(postgres.strings("select consumer || message_id from applied_messages order by 1"))
                .containsExactly("am", "bm");
    }

    private boolean isNew(String consumer, String message, Instant at) throws SQLException {
        try (Connection connection = postgres.application()) {
            boolean isNew = InboxTable.add(connection, consumer, message, at);
            connection.commit();
            return isNew;
        }
    }

    private void bookmark(String consumer, long position, Instant seenAt) throws SQLException {
        try (Connection connection = postgres.application()) {
            new LogTable(connection).move(consumer, position, seenAt);
            connection.commit();
        }
    }

    private void purge() throws SQLException {
        try (Connection connection = postgres.application()) {
            assertThat(new LogTable(connection).purge(NOW.minus(Duration.ofDays(30))))
                    .isFalse();
            connection.commit();
        }
    }

    /** Writers whose transactions lock what they change and end when chance will; two readers beside them. */
    @Test
    void readersShouldMeetEveryEventOnceAndEachThingsEventsInOrder() throws Exception {
        int writers = 6;
        int changes = 60;
        postgres.execute("create table if not exists counters (id int primary key, value int not null)");
        postgres.execute("grant select, update on counters to optibid_application");
        postgres.execute("truncate counters");
        postgres.execute("insert into counters select n, 0 from generate_series(0, 4) n");
        ExecutorService threads = Executors.newFixedThreadPool(writers + 2);
        try {
            List<Future<Integer>> writing = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                Random random = new Random(writer);
                writing.add(threads.submit(() -> write(random, changes)));
            }
            List<Future<List<LoggedEvent>>> reading =
                    List.of(threads.submit(follow(writers * changes)), threads.submit(follow(writers * changes)));
            int committed = sum(writing);
            List<LoggedEvent> one = reading.get(0).get();

            assertThat(one).hasSize(committed).doesNotHaveDuplicates();
            assertThat(reading.get(1).get()).isEqualTo(one);
            one.stream()
                    .collect(Collectors.groupingBy(LoggedEvent::aggregateId))
                    .forEach((counter, events) -> assertThat(
                                    events.stream().map(EventLogIT::number).toList())
                            .as("of counter %s", counter)
                            .isEqualTo(IntStream.rangeClosed(1, events.size())
                                    .boxed()
                                    .toList()));
        } finally {
            threads.shutdownNow();
            postgres.execute("drop table counters");
        }
    }

    private int write(Random random, int changes) throws SQLException {
        for (int change = 0; change < changes; change++) {
            try (Connection connection = postgres.application(organisation)) {
                int counter = random.nextInt(5);
                // A transaction has its number long before it gets at the row.
                append(connection, "unlocked");
                connection.rollback();
                enter(connection);
                int value = next(connection, counter);
                StreamPostgres.append(
                        connection, Optional.of(organisation), String.valueOf(counter), "{\"n\": " + value + "}");
                connection.commit();
            }
        }
        return changes;
    }

    private void enter(Connection connection) throws SQLException {
        try (PreparedStatement enter = connection.prepareStatement(
                "select set_config('optibid.organisation', ?, true), pg_current_xact_id()")) {
            enter.setString(1, organisation.toString());
            enter.execute();
        }
    }

    private static int next(Connection connection, int counter) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update counters set value = value + 1 where id = ? returning value")) {
            update.setInt(1, counter);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private Callable<List<LoggedEvent>> follow(int until) {
        return () -> {
            List<LoggedEvent> seen = new ArrayList<>();
            while (seen.size() < until) {
                long place = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).position();
                seen.addAll(read(place));
            }
            return seen;
        };
    }

    private static int number(LoggedEvent event) {
        return Integer.parseInt(event.payloadJson().replaceAll("\\D", ""));
    }

    private static int sum(List<Future<Integer>> parts) throws ExecutionException, InterruptedException {
        int sum = 0;
        for (Future<Integer> part : parts) {
            sum += part.get();
        }
        return sum;
    }

    private UUID append(Connection connection, String aggregate) throws SQLException {
        return StreamPostgres.append(connection, Optional.of(organisation), aggregate, "{\"n\":1}");
    }

    private UUID commit(Optional<UUID> owner, String aggregate) throws SQLException {
        try (Connection connection = postgres.application(owner.orElse(organisation))) {
            UUID id = StreamPostgres.append(connection, owner, aggregate, "{\"n\":1}");
            connection.commit();
            return id;
        }
    }

    private void place() throws SQLException {
        try (Connection connection = postgres.application()) {
            new LogTable(connection).place();
            connection.commit();
        }
    }

    private List<LoggedEvent> read(long position) throws SQLException {
        place();
        try (Connection connection = postgres.application()) {
            return new LogTable(connection).after(position, 1_000);
        }
    }

    private int deliver(EventTaker taker) throws SQLException {
        place();
        try (Connection connection = postgres.application()) {
            int taken = LogReading.deliver(connection, NOW, "test", 10, taker);
            connection.commit();
            return taken;
        }
    }

    private static List<UUID> ids(List<LoggedEvent> events) {
        return events.stream().map(LoggedEvent::id).toList();
    }
}
