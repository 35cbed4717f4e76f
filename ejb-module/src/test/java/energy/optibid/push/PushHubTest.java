package energy.optibid.push;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.push.internal.InMemoryConnectionRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who gets what, in which order, and when it ends; clients here are as slow as the test wants. */
class PushHubTest {
    private static final Instant START = Instant.parse("2026-11-26T10:00:00Z");
    private static final Topic.Prices FI = new Topic.Prices("SDAC", "FI");
    private static final Topic.Prices LV = new Topic.Prices("SDAC", "LV");
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final Topic.Desk DESK = new Topic.Desk(ORGANISATION);
    private static final UUID USER = UUID.randomUUID();

    private final MovingClock clock = new MovingClock();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final PushHub hub = new PushHub(
            new PushSettings(3, 3, Duration.ofSeconds(20), 16_384, 4, 100),
            new InMemoryConnectionRegistry(),
            work::add,
            clock,
            "node");
    private final AtomicBoolean tokenGood = new AtomicBoolean(true);

    @Test
    void slowClientShouldGetTheNewestPriceOfEachZoneAndHowManyItStandsFor() {
        Screen screen = new Screen();
        PushConnection connection = subscribed(screen, FI, LV);
        hub.publish(FI, price(FI, 1));
        run();
        assertThat(screen.takes).as("the first is under way").hasSize(1);

        hub.publish(FI, price(FI, 2));
        hub.publish(LV, price(LV, 3));
        hub.publish(FI, price(FI, 4));
        hub.publish(FI, price(FI, 5));
        screen.takeAll();

        assertThat(screen.seqs()).containsExactly(1L, 5L, 3L);
        assertThat(screen.shown.get(1).coalesced()).isEqualTo(2);
        assertThat(((PushData.Price) screen.shown.get(1).data()).changed())
                .contains(new PushData.Range(START.plusSeconds(2), START.plusSeconds(6)));
        assertThat(screen.shown.get(2).coalesced()).isZero();
        assertThat(hub.figures().coalesced()).isEqualTo(2);
        assertThat(connection.client().userId()).isEqualTo(USER);
    }

    @Test
    void slowClientShouldNotKeepOthersFromTheirMessages() {
        Screen slow = new Screen();
        Screen quick = new Screen();
        subscribed(slow, FI);
        subscribed(quick, FI);

        for (int seq = 1; seq <= 3; seq++) {
            hub.publish(FI, price(FI, seq));
            run();
            quick.takeAll();
        }

        assertThat(quick.seqs()).containsExactly(1L, 2L, 3L);
        assertThat(slow.takes).hasSize(1);
    }

    @Test
    void deskEventsShouldNeverBeDroppedAndEndTheConnectionWhenTooManyWait() {
        Screen screen = new Screen();
        subscribed(screen, DESK);
        for (int seq = 1; seq <= 5; seq++) {
            hub.publish(DESK, event(seq));
            run();
        }
        assertThat(screen.closed).as("one under way and four waiting").isNull();

        hub.publish(DESK, event(6));
        run();

        assertThat(screen.closed).isEqualTo(CloseCode.TOO_SLOW);
        assertThat(hub.isWatched(DESK)).isFalse();
        assertThat(hub.figures().connections()).isEmpty();
    }

    @Test
    void deskEventsShouldComeInTheirOrder() {
        Screen screen = new Screen();
        subscribed(screen, DESK);
        for (int seq = 1; seq <= 4; seq++) {
            hub.publish(DESK, event(seq));
        }
        screen.takeAll();

        assertThat(screen.seqs()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whatComesWhileTheSnapshotIsReadShouldFollowItOnce() {
        Screen screen = new Screen();
        PushConnection connection = open(screen);
        hub.subscribe(connection, FI);
        hub.publish(FI, price(FI, 7));
        hub.publish(FI, price(FI, 8));
        hub.open(connection, FI, List.of(snapshot(FI, 7)), 7);
        hub.publish(FI, price(FI, 7));
        screen.takeAll();
        hub.publish(FI, price(FI, 9));
        screen.takeAll();

        assertThat(screen.shown)
                .extracting(PushMessage::type)
                .containsExactly(PushMessage.Type.SNAPSHOT, PushMessage.Type.PRICE, PushMessage.Type.PRICE);
        assertThat(screen.seqs()).containsExactly(7L, 8L, 9L);
    }

    @Test
    void organisationShouldNotHearOfAnother() {
        Screen screen = new Screen();
        subscribed(screen, DESK);
        Topic other = new Topic.Desk(UUID.randomUUID());

        hub.publish(
                other, PushMessage.of(PushMessage.Type.EVENT, 1, START, Optional.of(other), new PushData.Nothing()));
        screen.takeAll();

        assertThat(screen.shown).isEmpty();
        assertThat(hub.isWatched(other)).isFalse();
    }

    @Test
    void clientShouldBeClosedWhenItsTokenEndsUnlessItWasRenewed() {
        Screen ending = new Screen();
        Screen staying = new Screen();
        open(ending);
        open(staying).renew(() -> true);
        tokenGood.set(false);

        hub.check();
        run();

        assertThat(ending.closed).isEqualTo(CloseCode.TOKEN_ENDED);
        assertThat(staying.closed).isNull();
    }

    @Test
    void clientShouldBeClosedWhenItDoesNotAnswerAPing() {
        Screen dead = new Screen();
        Screen living = new Screen();
        open(dead);
        PushConnection answering = open(living);
        pass(20);
        assertThat(dead.pings).isEqualTo(1);
        answering.answered();
        pass(20);

        assertThat(dead.closed).isEqualTo(CloseCode.NO_ANSWER);
        assertThat(living.closed).isNull();
        assertThat(living.pings).isEqualTo(2);
        assertThat(hub.figures().closed()).containsEntry(CloseCode.NO_ANSWER, 1L);
    }

    @Test
    void clientShouldBeClosedWhenItTakesNothingForAMinute() {
        Screen stuck = new Screen();
        PushConnection connection = subscribed(stuck, FI);
        hub.publish(FI, price(FI, 1));
        run();
        for (int i = 0; i < 7; i++) {
            connection.answered();
            pass(10);
        }

        assertThat(stuck.closed).isEqualTo(CloseCode.NO_ANSWER);
    }

    @Test
    void clientShouldBeRefusedWhenItsUserHasTooManyAndTakenWhenOneHasLeft() {
        List<PushConnection> open = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            open.add(open(new Screen()));
        }
        Screen refused = new Screen();
        assertThat(hub.open(client(), refused, () -> true)).isEmpty();
        assertThat(refused.closed).isEqualTo(CloseCode.TOO_MANY);

        open.get(0).close(CloseCode.CLIENT);
        open.get(0).close(CloseCode.CLIENT);
        run();

        assertThat(hub.open(client(), new Screen(), () -> true)).isPresent();
        assertThat(hub.open(client(), new Screen(), () -> true)).isEmpty();
    }

    @Test
    void figuresShouldTellConnectionsZonesAndNodes() {
        subscribed(new Screen(), FI, LV);
        subscribed(new Screen(), FI);
        hub.renew();

        PushFigures figures = hub.figures();
        assertThat(figures.connections()).isEqualTo(Map.of(Client.Channel.PRICES, 2L));
        assertThat(figures.zones()).isEqualTo(Map.of("FI", 2, "LV", 1));
        assertThat(figures.nodes()).containsExactly(new NodeConnections("node", 2, Map.of("FI", 2, "LV", 1)));
    }

    private void pass(int seconds) {
        clock.now = clock.now.plusSeconds(seconds);
        hub.check();
        run();
    }

    private PushConnection subscribed(Screen screen, Topic... topics) {
        PushConnection connection = open(screen);
        for (Topic topic : topics) {
            hub.subscribe(connection, topic);
            hub.open(connection, topic, List.of(), 0);
        }
        return connection;
    }

    private PushConnection open(Screen screen) {
        return hub.open(client(), screen, tokenGood::get).orElseThrow();
    }

    private static Client client() {
        return new Client(Client.Channel.PRICES, USER, ORGANISATION, "192.0.2.1");
    }

    private static PushMessage price(Topic.Prices topic, int seq) {
        PushData.Range changed = new PushData.Range(START.plusSeconds(seq), START.plusSeconds(seq + 1));
        return PushMessage.of(
                PushMessage.Type.PRICE,
                seq,
                START,
                Optional.of(topic),
                new PushData.Price(
                        topic.productCode(), topic.zoneCode(), "EUR", Optional.empty(), Optional.of(changed)));
    }

    private static PushMessage snapshot(Topic.Prices topic, int seq) {
        return PushMessage.of(PushMessage.Type.SNAPSHOT, seq, START, Optional.of(topic), new PushData.Nothing());
    }

    private static PushMessage event(int seq) {
        return PushMessage.of(PushMessage.Type.EVENT, seq, START, Optional.of(DESK), new PushData.Nothing());
    }

    private void run() {
        for (Runnable next = work.poll(); next != null; next = work.poll()) {
            next.run();
        }
    }

    /** A client that takes a message when the test says so. */
    private final class Screen implements Wire {
        private final Deque<Consumer<Boolean>> takes = new ArrayDeque<>();
        private final List<PushMessage> shown = new ArrayList<>();
        private @Nullable CloseCode closed;
        private int pings;

        @Override
        public void send(PushMessage message, Consumer<Boolean> done) {
            assertThat(takes).as("one message at a time").isEmpty();
            shown.add(message);
            takes.add(done);
        }

        private void takeAll() {
            run();
            for (Consumer<Boolean> done = takes.poll(); done != null; done = takes.poll()) {
                done.accept(true);
                run();
            }
        }

        private List<Long> seqs() {
            return shown.stream().map(PushMessage::seq).toList();
        }

        @Override
        public void ping() {
            pings++;
        }

        @Override
        public void close(CloseCode code) {
            closed = code;
        }
    }

    private static final class MovingClock extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
