package energy.optibid.streaming.internal;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.streaming.EventBus;
import energy.optibid.streaming.EventBusContract;
import energy.optibid.streaming.LoggedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InProcessEventBusTest extends EventBusContract {
    private final List<LoggedEvent> heard = new ArrayList<>();
    private final EventBus bus = new InProcessEventBus(heard::add);

    @Override
    protected EventBus bus() {
        return bus;
    }

    @Override
    protected List<LoggedEvent> heard(int atLeast) {
        return heard;
    }

    @Test
    void observerThatFailsShouldNotKeepTheNextEventFromBeingHeard() {
        EventBus failing = new InProcessEventBus(event -> {
            heard.add(event);
            throw new IllegalStateException("on purpose");
        });

        assertThat(failing.publish(List.of(event(1), event(2)))).isEqualTo(2);

        assertThat(heard).extracting(LoggedEvent::position).containsExactly(1L, 2L);
    }

    @Test
    void nodeShouldHearWhatIsCommittedAfterItsStart() {
        List<LoggedEvent> log = new ArrayList<>(List.of(event(1), event(2)));
        List<Long> told = new ArrayList<>();
        NodeRelay relay = new NodeRelay(
                () -> log.get(log.size() - 1).position(),
                (place, limit) -> log.stream()
                        .filter(event -> event.position() > place)
                        .limit(1)
                        .toList(),
                bus,
                told::add);
        relay.run();
        assertThat(heard).isEmpty();

        log.add(event(5));
        log.add(event(6));
        relay.run();
        relay.run();

        assertThat(heard).extracting(LoggedEvent::position).containsExactly(5L, 6L);
        assertThat(told)
                .as("how far it has come")
                .startsWith(2L, 2L)
                .contains(5L)
                .endsWith(6L);
    }

    private static LoggedEvent event(long position) {
        return new LoggedEvent(
                position, UUID.randomUUID(), Optional.empty(), "BidRunQueued", "bid-run", "a", Instant.EPOCH, "{}");
    }
}
