package energy.optibid.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** All connections of this node, and who is subscribed to what. Never waits for a client. Safe for concurrent use. */
public final class PushHub {
    private static final Logger LOG = Logger.getLogger(PushHub.class.getName());

    private final PushSettings settings;
    private final ConnectionRegistry registry;
    private final Executor executor;
    private final Clock clock;
    private final String node;
    private final Set<PushConnection> connections = ConcurrentHashMap.newKeySet();
    private final Map<Topic, Set<PushConnection>> subscribers = new ConcurrentHashMap<>();
    private final LongAdder sent = new LongAdder();
    private final LongAdder coalesced = new LongAdder();
    private final Map<CloseCode, LongAdder> closed = new EnumMap<>(CloseCode.class);
    private volatile List<NodeConnections> nodes = List.of();

    /**
     * @param executor what it runs may take as long as a client lets it
     * @param node the name of this node
     */
    public PushHub(PushSettings settings, ConnectionRegistry registry, Executor executor, Clock clock, String node) {
        this.settings = settings;
        this.registry = registry;
        this.executor = executor;
        this.clock = clock;
        this.node = node;
        for (CloseCode code : CloseCode.values()) {
            closed.put(code, new LongAdder());
        }
    }

    /**
     * Takes a client in.
     *
     * @param goesOn whether its token is still good; asked about once a second, and must not wait
     * @return absent where it has too many connections: then the wire has been closed
     */
    public Optional<PushConnection> open(Client client, Wire wire, BooleanSupplier goesOn) {
        if (!enter(client)) {
            count(CloseCode.TOO_MANY);
            LOG.log(Level.INFO, "Connection of user {0} from {1} refused: too many", new Object[] {
                client.userId(), client.address()
            });
            wire.close(CloseCode.TOO_MANY);
            return Optional.empty();
        }
        PushConnection connection =
                new PushConnection(client, wire, goesOn, executor, this, settings.waiting(), clock.instant());
        connections.add(connection);
        LOG.log(Level.FINE, "Connection opened: {0}", client);
        return Optional.of(connection);
    }

    private boolean enter(Client client) {
        if (!registry.enter(user(client), settings.perUser())) {
            return false;
        }
        if (!registry.enter(address(client), settings.perAddress())) {
            registry.leave(user(client));
            return false;
        }
        return true;
    }

    /** Notes that a client wants a topic; what comes is held until {@link #open(PushConnection, Topic, List, long)}. */
    public void subscribe(PushConnection connection, Topic topic) {
        connection.begin(topic);
        subscribers.compute(topic, (unused, present) -> {
            Set<PushConnection> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(connection);
            return all;
        });
        if (!connections.contains(connection)) {
            remove(connection, topic);
        }
    }

    /**
     * Sends what comes first and lets through what came meanwhile.
     *
     * @param place what the client knows by then; only what is behind it is sent
     */
    public void open(PushConnection connection, Topic topic, List<PushMessage> first, long place) {
        connection.open(topic, first, place);
    }

    public void unsubscribe(PushConnection connection, Topic topic) {
        connection.end(topic);
        remove(connection, topic);
    }

    private void remove(PushConnection connection, Topic topic) {
        subscribers.computeIfPresent(topic, (unused, present) -> {
            present.remove(connection);
            return present.isEmpty() ? null : present;
        });
    }

    /** Whether anybody here wants to hear of it. */
    public boolean isWatched(Topic topic) {
        return subscribers.containsKey(topic);
    }

    /** Tells all who are subscribed to the message's topic. */
    public void publish(Topic topic, PushMessage message) {
        subscribers.getOrDefault(topic, Set.of()).forEach(connection -> connection.take(topic, message));
    }

    /** Ends a connection, for the first reason that is given. */
    public void close(PushConnection connection, CloseCode code) {
        Set<Topic> topics = connection.topics();
        if (!connection.end(code)) {
            return;
        }
        connections.remove(connection);
        topics.forEach(topic -> remove(connection, topic));
        count(code);
        Duration lasted = Duration.between(connection.since(), clock.instant());
        boolean usual = code == CloseCode.CLIENT || code == CloseCode.GOING_AWAY;
        LOG.log(usual ? Level.FINE : Level.INFO, "Connection closed after {0}: {1}; {2}", new Object[] {
            lasted, code.label(), connection.client()
        });
        try {
            executor.execute(() -> finish(connection, code));
        } catch (RejectedExecutionException e) {
            finish(connection, code);
        }
    }

    /** Talks to the registry and to the client, either of whom may take its time. */
    private void finish(PushConnection connection, CloseCode code) {
        connection.closeWire(code);
        registry.leave(user(connection.client()));
        registry.leave(address(connection.client()));
    }

    /** Looks after every connection; to be called about once a second. */
    public void check() {
        Instant now = clock.instant();
        connections.forEach(connection -> connection.check(now, settings.pingInterval()));
    }

    /** Tells the registry what this node has, and asks it for the other nodes. */
    public void renew() {
        Map<Counted, Integer> held = new HashMap<>();
        connections.forEach(connection -> {
            held.merge(user(connection.client()), 1, Integer::sum);
            held.merge(address(connection.client()), 1, Integer::sum);
        });
        registry.renew(new NodeConnections(node, connections.size(), zones()), held);
        nodes = registry.nodes();
    }

    /** Ends all of them, because the node stops. */
    public void closeAll() {
        connections.forEach(connection -> connection.close(CloseCode.GOING_AWAY));
        registry.renew(new NodeConnections(node, 0, Map.of()), Map.of());
    }

    void sent(PushMessage message) {
        sent.increment();
        coalesced.add(message.coalesced());
    }

    private void count(CloseCode code) {
        Optional.ofNullable(closed.get(code)).ifPresent(LongAdder::increment);
    }

    /** From memory; never waits. */
    public PushFigures figures() {
        Map<Client.Channel, Long> open = connections.stream()
                .collect(Collectors.groupingBy(connection -> connection.client().channel(), Collectors.counting()));
        Map<CloseCode, Long> ended = new EnumMap<>(CloseCode.class);
        closed.forEach((code, count) -> ended.put(code, count.sum()));
        return new PushFigures(open, zones(), sent.sum(), coalesced.sum(), ended, nodes);
    }

    private Map<String, Integer> zones() {
        Map<String, Integer> zones = new HashMap<>();
        subscribers.forEach((topic, those) -> {
            if (topic instanceof Topic.Prices prices) {
                zones.merge(prices.zoneCode(), those.size(), Integer::sum);
            }
        });
        return zones;
    }

    private static Counted user(Client client) {
        return new Counted(Counted.Kind.USER, client.userId().toString());
    }

    private static Counted address(Client client) {
        return new Counted(Counted.Kind.ADDRESS, client.address());
    }
}
