package energy.optibid.push;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: what it is subscribed to and what waits for it. One message is under way at a time; whoever adds
 * one never waits for the client. Safe for concurrent use.
 */
public final class PushConnection {
    /** A client that takes nothing for so long is given up. */
    static final Duration LONGEST_SENDING = Duration.ofSeconds(60);

    private final Client client;
    private final Wire wire;
    private final Executor executor;
    private final PushHub hub;
    private final int bound;
    private final Instant since;
    private final Outbox outbox;
    private final Map<Topic, Subscription> subscriptions = new HashMap<>();
    private BooleanSupplier goesOn;
    private @Nullable CloseCode closed;
    private boolean queued;
    private @Nullable Instant sendingSince;
    private Instant now;
    private Instant lastPing;
    private boolean unanswered;

    PushConnection(
            Client client,
            Wire wire,
            BooleanSupplier goesOn,
            Executor executor,
            PushHub hub,
            int bound,
            Instant since) {
        this.client = client;
        this.wire = wire;
        this.goesOn = goesOn;
        this.executor = executor;
        this.hub = hub;
        this.bound = bound;
        this.since = since;
        this.outbox = new Outbox(bound);
        this.now = since;
        this.lastPing = since;
    }

    public Client client() {
        return client;
    }

    Instant since() {
        return since;
    }

    synchronized Set<Topic> topics() {
        return Set.copyOf(subscriptions.keySet());
    }

    /** Goes by another token from now on. */
    public synchronized void renew(BooleanSupplier tokenGoesOn) {
        goesOn = tokenGoesOn;
    }

    synchronized void begin(Topic topic) {
        subscriptions.put(topic, new Subscription(bound));
    }

    synchronized void end(Topic topic) {
        subscriptions.remove(topic);
    }

    /** Sends what lies before the subscription, then what is behind that place. */
    void open(Topic topic, List<PushMessage> before, long place) {
        boolean room;
        synchronized (this) {
            Subscription subscription = subscriptions.get(topic);
            room = subscription == null || (before.stream().allMatch(outbox::add) && subscription.open(place, outbox));
        }
        proceed(room);
    }

    /** Tells the client something that belongs to no subscription. */
    public void tell(PushMessage message) {
        boolean room;
        synchronized (this) {
            room = outbox.add(message);
        }
        proceed(room);
    }

    /** Takes a message of a topic that the client may be subscribed to. */
    void take(Topic topic, PushMessage message) {
        boolean room;
        synchronized (this) {
            Subscription subscription = subscriptions.get(topic);
            room = closed != null || subscription == null || subscription.take(message, outbox);
        }
        proceed(room);
    }

    private void proceed(boolean room) {
        if (room) {
            queue();
        } else {
            close(CloseCode.TOO_SLOW);
        }
    }

    private void queue() {
        synchronized (this) {
            if (queued || sendingSince != null || outbox.isEmpty()) {
                return;
            }
            queued = true;
        }
        try {
            executor.execute(this::sendNext);
        } catch (RejectedExecutionException e) {
            close(CloseCode.GOING_AWAY);
        }
    }

    private void sendNext() {
        PushMessage message;
        synchronized (this) {
            queued = false;
            message = closed == null ? outbox.next().orElse(null) : null;
            if (message == null) {
                return;
            }
            sendingSince = now;
        }
        wire.send(message, handedOver -> sent(message, handedOver));
    }

    private void sent(PushMessage message, boolean handedOver) {
        synchronized (this) {
            sendingSince = null;
        }
        if (handedOver) {
            hub.sent(message);
            queue();
        } else {
            close(CloseCode.NO_ANSWER);
        }
    }

    /** The client answered a ping. */
    public synchronized void answered() {
        unanswered = false;
    }

    /** Looks whether it is to go on, and pings when it is time to. Called about once a second. */
    void check(Instant instant, Duration pingInterval) {
        CloseCode end = null;
        boolean ping = false;
        synchronized (this) {
            now = instant;
            if (!goesOn.getAsBoolean()) {
                end = CloseCode.TOKEN_ENDED;
            } else if (sendingSince != null
                    && sendingSince.plus(LONGEST_SENDING).isBefore(instant)) {
                end = CloseCode.NO_ANSWER;
            } else if (!lastPing.plus(pingInterval).isAfter(instant)) {
                end = unanswered ? CloseCode.NO_ANSWER : null;
                ping = end == null;
                lastPing = instant;
                unanswered = true;
            }
        }
        if (end != null) {
            close(end);
        } else if (ping) {
            wire.ping();
        }
    }

    /** Ends it, for the first reason that is given; whether this was the first. */
    boolean end(CloseCode code) {
        synchronized (this) {
            if (closed != null) {
                return false;
            }
            closed = code;
            outbox.clear();
            subscriptions.clear();
        }
        return true;
    }

    /** Ends it and tells the client why. */
    public void close(CloseCode code) {
        hub.close(this, code);
    }

    void closeWire(CloseCode code) {
        wire.close(code);
    }
}
