package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.it.LoadProcess.Crowd;
import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Many clients of pushed prices, in a process of their own, miss nothing: at rising rates, beside slow readers, and after the
 * server was killed. Slow, and so run by its own command: see docs/reference/push-load.md, which it writes. What is asserted
 * is what they were told, never how long it took.
 */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
@EnabledIfSystemProperty(named = "optibid.push-load", matches = "[1-9]\\d*")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PushLoadIT {
    private static final Duration EACH = Duration.ofSeconds(Integer.getInteger("optibid.push-load", 0));
    private static final int CLIENTS = Integer.getInteger("optibid.push-load.clients", 1_000);
    private static final int CONNECTIONS = Integer.getInteger("optibid.push-load.connections", 10_000);
    private static final int SLOW = Integer.getInteger("optibid.push-load.slow", 1_000);

    /** More than the server has threads that send. */
    private static final int GREEDY = Integer.getInteger("optibid.push-load.greedy", SLOW / 25);

    private static final int RETURNING = Integer.getInteger("optibid.push-load.returning", 200);
    private static final List<Integer> RATES = Arrays.stream(
                    System.getProperty("optibid.push-load.rates", "5,10,20,30,40,60,80")
                            .split(",", -1))
            .map(Integer::valueOf)
            .toList();

    private static final int WARM_UP_RATE = 20;

    /** A node that has just started is several times slower until its code is compiled. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final int RATE_WHEN_IDLE = 1;
    private static final int RATE_WHEN_KILLED = 10;

    /** So many connections are on their way at the same time, where it is not their coming that is looked at. */
    private static final int AT_ONCE = 50;

    /** Small, so that the server meets what a slow reader leaves unread sooner. */
    private static final int SMALL_BUFFER = 4_096;

    private static final long BYTES_PER_SECOND = 100;
    private static final long ALL = -1;

    /** So many requests a second for all beginnings, which is below the limit, make a server's buffers fill in seconds. */
    private static final int GREED = 18;

    /** Longer than it takes the server to give up who does not answer its pings, each 20 seconds. */
    private static final Duration LONGEST_SLOWNESS = Duration.ofSeconds(70);

    private static final PushLoadPage PAGE = new PushLoadPage();

    private static Guard guard;
    private static Database database;
    private LoadProcess clients;

    @BeforeAll
    static void startDatabase() {
        guard = new Guard();
        database = Database.start(TestFolders.IT.resolve("push-load"), guard);
        database.execute("alter system set track_commit_timestamp = on");
        database.kill();
        database.bringBack();
    }

    @AfterAll
    static void writePage() throws IOException {
        System.out.println(PAGE.markdown());
        if (Boolean.getBoolean("optibid.write-push-load")) {
            PAGE.write();
        }
        guard.close();
    }

    @BeforeEach
    void startClients() {
        clients = LoadProcess.start(guard);
    }

    @AfterEach
    void endClients() {
        clients.close();
    }

    @Test
    @Order(1)
    void clientsShouldMissNothingAtAnyRate() {
        List<PushPhase> phases = new ArrayList<>();
        try (PushedNode node = PushedNode.start(database, clients, guard)) {
            Crowd all = node.crowd("all", 0);
            node.open(all, CLIENTS, AT_ONCE);
            node.phase("warm-up", WARM_UP_RATE, WARM_UP, List.of(all)).assertExact();
            for (int rate : RATES) {
                phases.add(node.phase("%,d clients".formatted(CLIENTS), rate, EACH, List.of(all)));
            }
        }
        PAGE.addRates(CLIENTS, phases);

        phases.forEach(PushPhase::assertExact);
    }

    @Test
    @Order(2)
    void slowReadersShouldMissNothingWhenTheyComeBackAndOthersShouldNotMeetThem() {
        List<PushPhase> phases = new ArrayList<>();
        try (PushedNode node = PushedNode.start(database, clients, guard)) {
            MemoryUse before = node.memory();
            Readers readers = Readers.open(node);
            MemoryUse with = node.memory();
            node.phase("warm-up", WARM_UP_RATE / 4, WARM_UP, readers.counted()).assertExact();

            phases.add(node.phase("all read", RATE_WHEN_IDLE, EACH, readers.counted()));
            int given = node.closed("no-answer");
            readers.beSlow();
            phases.add(node.phase("some are slow", RATE_WHEN_IDLE, longest(), List.of(readers.others)));
            readers.greedy.ask(0);
            Patience.until(() -> node.closed("no-answer"), closed -> closed >= given + SLOW / 2);
            PAGE.addConnections(CONNECTIONS, before, with, phases);
            phases.forEach(PushPhase::assertExact);

            readers.comeBack(node);
            CommittedPrices committed = node.committed();
            PushPhase.assertExact(
                    "come back", List.of(readers.silent.report(committed), readers.slow.report(committed)));
        }
    }

    /**
     * All that are connected.
     *
     * @param others read all the time
     * @param silent read nothing for a while
     * @param slow read little for a while
     * @param greedy read nothing for a while, and make as much wait for them as they can
     */
    private record Readers(Crowd others, Crowd silent, Crowd slow, Crowd greedy) {

        private static Readers open(PushedNode node) {
            Readers readers = new Readers(
                    node.crowd("others", 0),
                    node.crowd("silent", SMALL_BUFFER),
                    node.crowd("slow", SMALL_BUFFER),
                    node.crowdOfAllZones("greedy", SMALL_BUFFER));
            node.open(readers.others, CONNECTIONS - SLOW, AT_ONCE);
            node.open(readers.silent, SLOW / 2, AT_ONCE);
            node.open(readers.slow, SLOW - SLOW / 2 - GREEDY, AT_ONCE);
            node.open(readers.greedy, GREEDY, AT_ONCE);
            return readers;
        }

        /** Those that read each change. */
        private List<Crowd> counted() {
            return List.of(others, silent, slow);
        }

        private void beSlow() {
            silent.limit(0);
            slow.limit(BYTES_PER_SECOND);
            greedy.limit(0);
            greedy.ask(GREED);
        }

        /** They read what still lies in buffers, find that they were given up, and ask for what came since. */
        private void comeBack(PushedNode node) {
            CommittedPrices committed = node.committed();
            for (Crowd late : List.of(silent, slow, greedy)) {
                late.limit(ALL);
                Patience.until(
                        () -> {
                            node.reopen(late, AT_ONCE);
                            return late.hasReached(committed);
                        },
                        reached -> reached);
            }
        }
    }

    private static Duration longest() {
        return EACH.compareTo(LONGEST_SLOWNESS) > 0 ? EACH : LONGEST_SLOWNESS;
    }

    @Test
    @Order(3)
    void clientsShouldMissNothingWhenTheServerIsKilled() {
        Crowd returning;
        try (PushedNode node = PushedNode.start(database, clients, guard)) {
            returning = node.crowd("returning", 0);
            node.open(returning, RETURNING, AT_ONCE);
            PriceSender sender = node.send(RATE_WHEN_KILLED);
            LockSupport.parkNanos(EACH.toNanos());
            node.kill();
            // What met the killed server was committed or not: the database says it.
            long unused = sender.stop();
        }
        try (PushedNode node = PushedNode.start(database, clients, guard)) {
            Patience.until(() -> returning.status().get("connected").asInt(), connected -> connected == 0);
            for (String zone : PushedNode.ZONES) {
                assertThat(node.change(zone)).as(zone).isTrue();
            }
            int missed = unheard(node.committed(), returning.status().get("reached"));
            PriceSender sender = node.send(RATE_WHEN_KILLED);
            JsonNode back = node.open(returning, 0, RETURNING);
            LockSupport.parkNanos(EACH.toNanos());
            assertThat(sender.stop()).as("changes without success").isZero();
            CommittedPrices committed = node.committed();
            Patience.until(() -> returning.hasReached(committed), reached -> reached);
            PAGE.addReturn(RETURNING, missed, back.get("readyMicros"));

            assertThat(back.get("connected").asInt()).as(back.toString()).isEqualTo(RETURNING);
            PushPhase.assertExact("after the kill", List.of(returning.report(committed)));
        }
    }

    /** The changes behind the lowest of the last numbers. */
    private static int unheard(CommittedPrices committed, JsonNode reached) {
        int unheard = 0;
        for (JsonNode event : committed.events()) {
            JsonNode last = reached.path(event.get(1).asText());
            if (last.isNumber() && event.get(0).asLong() > last.asLong()) {
                unheard++;
            }
        }
        return unheard;
    }
}
