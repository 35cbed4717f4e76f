package energy.optibid.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every bus does. */
public abstract class EventBusContract {
    private static final Instant AT = Instant.parse("2026-03-05T12:45:30.123456Z");

    protected abstract EventBus bus();

    /** What listeners have heard so far, those of an aggregate in their order, when there are at least that many. */
    protected abstract List<LoggedEvent> heard(int atLeast);

    @Test
    void listenersShouldHearAllThatAnEventHolds() {
        LoggedEvent own =
                event(1, "BidsSubmitted", "bid-run", "a", "{\"bids\":3,\"text\":\"Größe \\\"x\\\"\",\"mw\":1.50}");
        LoggedEvent platforms = new LoggedEvent(
                2,
                UUID.randomUUID(),
                Optional.empty(),
                "PricesImported",
                "market-data-import",
                "b",
                AT,
                "{\"a\":{\"b\":[1]}}");

        assertThat(bus().publish(List.of(own, platforms))).isEqualTo(2);

        assertThat(heard(2)).containsExactlyInAnyOrder(own, platforms);
    }

    @Test
    void eventsOfAnAggregateShouldBeHeardInTheirOrder() {
        Random random = new Random(7);
        List<LoggedEvent> events = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            events.add(event(i, "BidRunQueued", "bid-run", "run-" + random.nextInt(7), "{\"n\":" + i + "}"));
        }

        assertThat(bus().publish(events.subList(0, 200))).isEqualTo(200);
        assertThat(bus().publish(events.subList(200, 300))).isEqualTo(100);

        assertThat(heard(300).stream().collect(Collectors.groupingBy(LoggedEvent::aggregateId)))
                .isEqualTo(events.stream().collect(Collectors.groupingBy(LoggedEvent::aggregateId)));
    }

    @Test
    void eventThatIsPublishedAgainShouldBeKnownByItsIdentifier() {
        LoggedEvent event = event(1, "BidRunSettled", "bid-run", "a", "{}");

        bus().publish(List.of(event));
        bus().publish(List.of(event));

        assertThat(heard(2)).containsExactly(event, event);
    }

    private static LoggedEvent event(long position, String type, String aggregateType, String id, String json) {
        return new LoggedEvent(
                position, UUID.randomUUID(), Optional.of(UUID.randomUUID()), type, aggregateType, id, AT, json);
    }
}
