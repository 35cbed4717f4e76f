package energy.optibid.streaming.internal.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.platform.Wait;
import energy.optibid.streaming.internal.StreamPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Kill -9 between commit and publishing, and between publishing and the bookmark, at random instants. Locks of the database hold
 * the window open: the relay waits on one side of the broker or on the other when it is killed. Twice for each by
 * default; {@code -Doptibid.kills=20} for twenty times, on a machine that has nothing else to do: a broker that gets no
 * processor for twenty seconds fails it.
 */
@SuppressWarnings("NullAway.Init")
class EventsKilledIT {
    private static final int KILLS = Integer.getInteger("optibid.kills", 2);
    private static final long SEED = Long.getLong("optibid.seed", 2026);
    private static final int LONGEST_WAIT_MILLIS = 400;

    private final StreamPostgres postgres = StreamPostgres.shared();
    private final Random random = new Random(SEED);
    private final String prefix = "killed-" + UUID.randomUUID();
    private KafkaBroker broker;
    private UUID organisation;
    private @Nullable Process desk;

    @BeforeEach
    void prepare() throws SQLException, IOException, InterruptedException {
        postgres.empty();
        postgres.execute("create table if not exists effects (ordinal bigint generated always as identity,"
                + " event_id uuid not null, subject text not null)");
        postgres.execute("truncate effects");
        postgres.execute("grant select, insert on effects to optibid_application");
        organisation = postgres.newOrganisation();
        broker = KafkaBroker.shared();
    }

    @AfterEach
    void end() throws SQLException {
        Process running = desk;
        if (running != null) {
            running.destroyForcibly();
        }
        postgres.execute("drop table effects");
    }

    @Test
    void noEventShouldBeLostOrAppliedTwiceWhenTheApplicationIsKilled() throws Exception {
        int beforePublishing = 0;
        int beforeTheBookmark = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            beforePublishing += killWhileLocked("exclusive");
            beforeTheBookmark += killWhileLocked("share");
        }
        forgetTheDead();
        Process last = start(false);
        long applied = -1;
        while (effects() < events() || waiting() > 0) {
            long before = applied;
            Wait.until("more is applied than " + before, () -> effects() > before || effects() >= events());
            applied = effects();
        }
        last.destroyForcibly().waitFor();

        assertThat(beforePublishing).as("killed before publishing").isEqualTo(KILLS);
        assertThat(beforeTheBookmark).as("killed before the bookmark").isEqualTo(KILLS);
        assertThat(postgres.strings("select event_id from effects group by 1 having count(*) > 1"))
                .as("applied twice")
                .isEmpty();
        assertThat(postgres.strings("select id from outbox_events except select event_id from effects"))
                .as("lost")
                .isEmpty();
        assertThat(postgres.strings("select event_id from effects except select id from outbox_events"))
                .as("applied but never committed")
                .isEmpty();
        assertThat(postgres.strings("select e.event_id from (select event_id, subject, ordinal,"
                        + " lag(o.position) over (partition by subject order by ordinal) as before, o.position"
                        + " from effects join outbox_events o on o.id = event_id) e where before > position"))
                .as("applied before an earlier one of the same aggregate")
                .isEmpty();
        int onTheWire = onTheWire();
        System.out.printf(
                "%d kills before publishing, %d before the bookmark: %d events, %d messages, %d effects%n",
                beforePublishing, beforeTheBookmark, events(), onTheWire, effects());
        assertThat(onTheWire)
                .as("some came twice on the wire, else no window was met")
                .isGreaterThan(events());
    }

    /** Kafka waits for a reader that died, ten seconds for each at least: that is not what is looked at here. */
    private void forgetTheDead() throws Exception {
        Admin admin = Admin.create(broker.settings(prefix, "PT20S").client());
        try {
            admin.removeMembersFromConsumerGroup(prefix + ".bids", new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    /** Lets the desk work, holds its relay at a table lock, and kills it at a random instant from then on. */
    private int killWhileLocked(String mode) throws Exception {
        long before = bookmark();
        Process running = start(true);
        Wait.until("the desk publishes", () -> bookmark() > before && running.isAlive());
        try (Connection holder = postgres.owner();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table event_bookmarks in " + mode + " mode");
            // The relay stands before its claim, or between the broker's acknowledgement and its bookmark.
            Wait.until("the relay is held", () -> held() && waiting() > 0);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_WAIT_MILLIS)));
            running.destroyForcibly().waitFor();
            holder.rollback();
        }
        return 1;
    }

    private Process start(boolean appends) throws IOException {
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeskProcess.class.getName(),
                        postgres.url(),
                        broker.servers(),
                        prefix,
                        organisation.toString(),
                        String.valueOf(appends))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "kafka", "desk.log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        desk = started;
        return started;
    }

    private boolean held() {
        return number("select count(*) from pg_locks where relation = 'event_bookmarks'::regclass and not granted") > 0;
    }

    /** Those that are committed and behind the bookmark. */
    private long waiting() {
        return number("select count(*) from outbox_events where position is null or position >"
                + " (select coalesce(max(position), 0) from event_bookmarks)");
    }

    private long bookmark() {
        return number("select coalesce(max(position), 0) from event_bookmarks");
    }

    private long effects() {
        return number("select count(*) from effects");
    }

    private int events() {
        return (int) number("select count(*) from outbox_events");
    }

    private int onTheWire() {
        Set<String> ids = new HashSet<>();
        List<String> messages =
                Topic.read(broker.settings(prefix, "PT20S"), List.of(prefix + ".bids"), events()).stream()
                        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                        .toList();
        messages.forEach(message -> ids.add(message.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1")));
        assertThat(ids).hasSize(events());
        return messages.size();
    }

    private long number(String sql) {
        try {
            return Long.parseLong(postgres.strings(sql).get(0));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
