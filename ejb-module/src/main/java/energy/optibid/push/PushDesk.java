package energy.optibid.push;

import energy.optibid.market.Markets;
import energy.optibid.market.PriceBook;
import energy.optibid.platform.SystemStatus;
import energy.optibid.streaming.EventLog;
import energy.optibid.streaming.EventTopic;
import energy.optibid.streaming.LogTail;
import energy.optibid.streaming.LoggedEvent;
import energy.optibid.streaming.NodeName;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Pushes prices and the organisation's events to clients: what they had before first, then each event of the log as this
 * node reads it. Methods that subscribe read the database.
 */
@ApplicationScoped
public class PushDesk {
    private static final Logger LOG = System.getLogger(PushDesk.class.getName());
    private static final Set<EventTopic> DESK_TOPICS =
            EnumSet.of(EventTopic.BIDS, EventTopic.RESULTS, EventTopic.ALERTS);

    /** A client's send that the server makes wait keeps one of them. */
    private static final int SENDERS = 16;

    private static final int RENEW_SECONDS = 5;

    /** After the caches of this node have been told. */
    private static final int LATE = Interceptor.Priority.LIBRARY_AFTER;

    @Inject
    PushSettings settings;

    @Inject
    ConnectionRegistry registry;

    @Inject
    EventLog log;

    @Inject
    LogTail tail;

    @Inject
    PriceBook prices;

    @Inject
    Markets markets;

    @Inject
    SystemStatus status;

    @Inject
    NodeName node;

    @Inject
    Clock clock;

    @Resource
    ManagedThreadFactory threads;

    private ScheduledExecutorService executor;
    private PushHub hub;
    private MissedEvents missed;
    private PushMessages messages;

    @PostConstruct
    void start() {
        executor = new ScheduledThreadPoolExecutor(SENDERS, threads);
        hub = new PushHub(settings, registry, executor, clock, node.value());
        messages = new PushMessages(clock, markets, prices);
        missed = new MissedEvents(log::after, log::lastPosition, settings.replay());
        every(1, hub::check);
        every(RENEW_SECONDS, hub::renew);
    }

    @PreDestroy
    void stop() {
        hub.closeAll();
        executor.shutdown();
    }

    private void every(int seconds, Runnable work) {
        Runnable again = () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Connections were not looked after; tried again. Report this.", e);
            }
        };
        var unused = executor.scheduleWithFixedDelay(again, seconds, seconds, TimeUnit.SECONDS);
    }

    /** Whether clients can be taken in: PostgreSQL answers, and this node has begun to read the log. */
    public boolean isReady() {
        return status.isReady() && tail.position().isPresent();
    }

    /** See {@link PushHub#open(Client, Wire, BooleanSupplier)}. */
    public Optional<PushConnection> open(Client client, Wire wire, BooleanSupplier goesOn) {
        return hub.open(client, wire, goesOn);
    }

    public void close(PushConnection connection, CloseCode code) {
        hub.close(connection, code);
    }

    public PushFigures figures() {
        return hub.figures();
    }

    /** A message that answers a client, with the place that this node has read the log up to. */
    public PushMessage answer(PushMessage.Type type, Optional<Topic> topic, PushData data) {
        return messages.answer(type, here(), topic, data);
    }

    /**
     * Pushes the prices of a product in zones from now on, or from the number on that the client had last.
     *
     * @param after absent for a snapshot
     * @throws energy.optibid.market.UnknownProductException and the others of {@link PriceBook}; then it is subscribed to
     *     none of them
     */
    public void subscribe(PushConnection connection, String product, List<String> zones, OptionalLong after) {
        zones.forEach(zone -> markets.requireTraded(product, zone));
        List<Topic.Prices> topics =
                zones.stream().map(zone -> new Topic.Prices(product, zone)).toList();
        topics.forEach(topic -> hub.subscribe(connection, topic));
        if (after.isEmpty()) {
            topics.forEach(topic -> snapshot(connection, topic, Optional.empty()));
            return;
        }
        MissedEvents.Found found = missed.since(
                after.getAsLong(),
                event -> ImportedPrices.of(event)
                        .filter(imported -> topics.contains(imported.topic()))
                        .isPresent());
        topics.forEach(topic -> resume(connection, topic, found));
    }

    private void resume(PushConnection connection, Topic.Prices topic, MissedEvents.Found found) {
        if (found.lost().isPresent()) {
            snapshot(connection, topic, found.lost());
            return;
        }
        List<PushMessage> first = new ArrayList<>();
        messages.missed(topic, found.events()).ifPresent(first::add);
        first.add(messages.resumed(topic, new PushData.Product(topic.productCode()), found.place()));
        hub.open(connection, topic, first, found.place());
    }

    private void snapshot(PushConnection connection, Topic.Prices topic, Optional<String> lost) {
        long place = here();
        List<PushMessage> first = new ArrayList<>();
        lost.ifPresent(reason -> first.add(messages.needed(topic, place, reason, Optional.of(topic.productCode()))));
        first.add(messages.snapshot(topic, place));
        hub.open(connection, topic, first, place);
    }

    /** Pushes the events of the client's organisation from now on, or from the number on that the client had last. */
    public void subscribeDesk(PushConnection connection, OptionalLong after) {
        Topic.Desk topic = new Topic.Desk(connection.client().organisationId());
        hub.subscribe(connection, topic);
        if (after.isEmpty()) {
            begin(connection, topic, Optional.empty());
            return;
        }
        MissedEvents.Found found =
                missed.since(after.getAsLong(), event -> deskTopic(event).equals(Optional.of(topic)));
        if (found.lost().isPresent() || found.events().size() >= settings.waiting()) {
            begin(connection, topic, Optional.of(found.lost().orElse("too-many-events")));
            return;
        }
        List<PushMessage> first = new ArrayList<>(found.events().stream()
                .map(event -> messages.told(topic, event))
                .toList());
        first.add(messages.resumed(topic, new PushData.Nothing(), found.place()));
        hub.open(connection, topic, first, found.place());
    }

    private void begin(PushConnection connection, Topic.Desk topic, Optional<String> lost) {
        long place = here();
        PushMessage first = lost.map(reason -> messages.needed(topic, place, reason, Optional.empty()))
                .orElseGet(() -> messages.snapshot(topic, place));
        hub.open(connection, topic, List.of(first), place);
    }

    public void unsubscribe(PushConnection connection, String product, List<String> zones) {
        zones.forEach(zone -> {
            Topic.Prices topic = new Topic.Prices(product, zone);
            hub.unsubscribe(connection, topic);
            connection.tell(answer(PushMessage.Type.UNSUBSCRIBED, Optional.of(topic), new PushData.Product(product)));
        });
    }

    /** How many topics a connection is subscribed to. */
    public int subscriptions(PushConnection connection) {
        return connection.topics().size();
    }

    void onEvent(@Observes @Priority(LATE) LoggedEvent event) {
        ImportedPrices.of(event)
                .filter(imported -> hub.isWatched(imported.topic()))
                .ifPresent(imported -> hub.publish(imported.topic(), messages.update(event, imported)));
        deskTopic(event).filter(hub::isWatched).ifPresent(topic -> hub.publish(topic, messages.told(topic, event)));
    }

    private static Optional<Topic.Desk> deskTopic(LoggedEvent event) {
        return DESK_TOPICS.contains(EventTopic.of(event.type()))
                ? event.organisationId().map(Topic.Desk::new)
                : Optional.empty();
    }

    private long here() {
        return tail.position().orElse(0);
    }
}
