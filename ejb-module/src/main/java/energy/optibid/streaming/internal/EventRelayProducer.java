package energy.optibid.streaming.internal;

import energy.optibid.platform.Capabilities;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.Services;
import energy.optibid.streaming.EventBus;
import energy.optibid.streaming.EventLog;
import energy.optibid.streaming.LogTail;
import energy.optibid.streaming.LoggedEvent;
import energy.optibid.streaming.internal.folder.FolderFeeds;
import energy.optibid.streaming.internal.kafka.KafkaEventBus;
import energy.optibid.streaming.internal.kafka.KafkaFeeds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses where events are told: always on each node; and on Kafka's topics where it is on, whence messages come then. They
 * come from a folder too where one is configured.
 */
@ApplicationScoped
class EventRelayProducer {
    /** Whose bookmark says how far events are published to Kafka. */
    private static final String KAFKA = "kafka";

    @Inject
    Capabilities capabilities;

    @Inject
    Services services;

    @Inject
    EventLog log;

    @Inject
    LogTail tail;

    @Inject
    Event<LoggedEvent> observers;

    @Inject
    Instance<KafkaEventBus> kafka;

    @Inject
    Instance<KafkaFeeds> feeds;

    @Inject
    FolderFeeds folders;

    @Produces
    @Singleton
    EventRelays relays() {
        Runnable nodes =
                new NodeRelay(log::lastPosition, log::after, new InProcessEventBus(observers::fire), tail::moveTo);
        return switch (capabilities.of(ServiceName.KAFKA)) {
            case OFF -> new EventRelays(nodes, folders.readers(), List.of());
            case ON -> withKafka(nodes, kafka.get(), feeds.get());
        };
    }

    private EventRelays withKafka(Runnable nodes, KafkaEventBus bus, KafkaFeeds feed) {
        EventBus routed = new RoutingEventBus(services.of(ServiceName.KAFKA), bus);
        List<Runnable> others = new ArrayList<>(folders.readers());
        others.addAll(List.of(new EventRelay(log::deliver, KAFKA, routed), feed));
        return new EventRelays(nodes, others, List.of(bus, feed));
    }
}
