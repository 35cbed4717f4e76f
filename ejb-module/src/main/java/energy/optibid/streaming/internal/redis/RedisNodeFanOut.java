package energy.optibid.streaming.internal.redis;

import energy.optibid.platform.Settings;
import energy.optibid.streaming.NodeFanOut;
import energy.optibid.streaming.NodeName;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.UnifiedJedis;

/**
 * Announces on a channel of Redis and listens on a connection that it keeps. Failures to announce come through as Jedis'
 * exceptions; one to listen is tried again until Redis is back.
 */
@Dependent
@Typed(RedisNodeFanOut.class) // only the producer offers a NodeFanOut
public final class RedisNodeFanOut implements NodeFanOut {
    private static final Logger LOG = System.getLogger(RedisNodeFanOut.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<UnifiedJedis> jedis;
    private final String channel;
    private final NodeName node;
    private volatile @Nullable Listener listener;
    private volatile boolean closed;

    @Inject
    public RedisNodeFanOut(Supplier<UnifiedJedis> jedis, Settings settings, NodeName node) {
        this(jedis, settings.text("optibid.redis.prefix").orElse("optibid"), node);
    }

    public RedisNodeFanOut(Supplier<UnifiedJedis> jedis, String prefix, NodeName node) {
        this.jedis = jedis;
        this.channel = prefix + ":log";
        this.node = node;
    }

    @Override
    public void announce() {
        jedis.get().publish(channel, node.value());
    }

    @Override
    public void listen(ThreadFactory threads, Runnable heard) {
        Thread thread = threads.newThread(() -> listenUntilClosed(heard));
        thread.setName("optibid-log-listener-redis");
        thread.start();
    }

    private void listenUntilClosed(Runnable heard) {
        while (!closed) {
            try {
                Listener next = new Listener(heard);
                listener = next;
                jedis.get().subscribe(next, channel);
            } catch (RuntimeException e) {
                LOG.log(Level.DEBUG, "Not listening to the other nodes by Redis; tried again", e);
            }
            if (!closed) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        Listener open = listener;
        if (open != null && open.isSubscribed()) {
            try {
                open.unsubscribe();
            } catch (RuntimeException e) {
                LOG.log(Level.DEBUG, "Redis was not told that nobody listens any more", e);
            }
        }
    }

    private final class Listener extends JedisPubSub {
        private final Runnable heard;

        private Listener(Runnable heard) {
            this.heard = heard;
        }

        @Override
        public void onSubscribe(String subscribed, int subscriptions) {
            heard.run();
        }

        @Override
        public void onMessage(String from, String message) {
            if (!message.equals(node.value())) {
                heard.run();
            }
        }
    }
}
