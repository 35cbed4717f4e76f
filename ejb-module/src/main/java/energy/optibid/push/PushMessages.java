package energy.optibid.push;

import energy.optibid.market.Markets;
import energy.optibid.market.PriceBook;
import energy.optibid.streaming.LoggedEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the messages. What tells a price looks it up. */
final class PushMessages {
    private final Clock clock;
    private final Markets markets;
    private final PriceBook prices;

    PushMessages(Clock clock, Markets markets, PriceBook prices) {
        this.clock = clock;
        this.markets = markets;
        this.prices = prices;
    }

    PushMessage answer(PushMessage.Type type, long place, Optional<Topic> topic, PushData data) {
        return PushMessage.of(type, place, clock.instant(), topic, data);
    }

    PushMessage snapshot(Topic.Prices topic, long place) {
        return answer(PushMessage.Type.SNAPSHOT, place, Optional.of(topic), price(topic, Optional.empty()));
    }

    /** The desk's own state is read over REST; this says from which number on events follow. */
    PushMessage snapshot(Topic.Desk topic, long place) {
        return answer(PushMessage.Type.SNAPSHOT, place, Optional.of(topic), new PushData.Nothing());
    }

    PushMessage resumed(Topic topic, PushData data, long place) {
        return answer(PushMessage.Type.RESUMED, place, Optional.of(topic), data);
    }

    PushMessage needed(Topic topic, long place, String reason, Optional<String> product) {
        return answer(PushMessage.Type.SNAPSHOT_NEEDED, place, Optional.of(topic), new PushData.Lost(reason, product));
    }

    PushMessage told(Topic.Desk topic, LoggedEvent event) {
        return PushMessage.of(
                PushMessage.Type.EVENT,
                event.position(),
                event.occurredAt(),
                Optional.of(topic),
                new PushData.DeskEvent(
                        event.id(),
                        event.type(),
                        event.aggregateType() + "/" + event.aggregateId(),
                        event.payloadJson()));
    }

    PushMessage update(LoggedEvent event, ImportedPrices imported) {
        return update(event, price(imported.topic(), Optional.of(imported.changed())));
    }

    private static PushMessage update(LoggedEvent event, PushData.Price price) {
        Instant at = event.occurredAt();
        Topic topic = new Topic.Prices(price.productCode(), price.zoneCode());
        return PushMessage.of(PushMessage.Type.PRICE, event.position(), at, Optional.of(topic), price);
    }

    /** One message for all events of the topic among these, with the price of now; absent where there is none. */
    Optional<PushMessage> missed(Topic.Prices topic, List<LoggedEvent> events) {
        Outbox newest = new Outbox(0);
        Optional<PushData.Price> now = Optional.empty();
        for (LoggedEvent event : events) {
            Optional<ImportedPrices> imported =
                    ImportedPrices.of(event).filter(those -> those.topic().equals(topic));
            if (imported.isPresent()) {
                PushData.Price known = now.orElseGet(() -> price(topic, Optional.empty()));
                now = Optional.of(known);
                newest.add(update(event, known.changed(imported.get().changed())));
            }
        }
        return newest.next();
    }

    private PushData.Price price(Topic.Prices topic, Optional<PushData.Range> changed) {
        return new PushData.Price(
                topic.productCode(),
                topic.zoneCode(),
                markets.zone(topic.zoneCode()).currency(),
                prices.latest(topic.productCode(), topic.zoneCode()),
                changed);
    }
}
