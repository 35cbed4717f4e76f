package energy.optibid.platform.internal.redis;

import energy.optibid.platform.MonitoredService;
import energy.optibid.platform.ServiceConnector;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.JedisSentineled;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * The client of one Redis, of a master that sentinels watch, or of a cluster. It is made when it is first probed: Jedis'
 * clients for sentinels and clusters ask around while they are constructed, and no start waits for any of them.
 */
public final class RedisConnector implements ServiceConnector, AutoCloseable {
    /** Enough for every call and for what is not counted with them, as listening is, so that none waits for a connection. */
    private static final int MOST_CONNECTIONS = 2 * MonitoredService.CALLS_AT_ONCE;

    private static final Duration LONGEST_WAIT_FOR_A_CONNECTION = Duration.ofMillis(100);
    private static final int PROBE_LIVES_SECONDS = 60;
    /** To the node that is thought to have the key, and to the one that it names instead. */
    private static final int MOST_ATTEMPTS_IN_A_CLUSTER = 2;

    /** Kept here, because the JDK forgets loggers that nobody holds. */
    private static final Logger LISTENERS_OF_JEDIS = Logger.getLogger("redis.clients.jedis.providers");

    private final RedisSettings settings;
    private final String probeKey;
    private Optional<UnifiedJedis> client = Optional.empty();

    public RedisConnector(RedisSettings settings, String keyPrefix) {
        this.settings = settings;
        this.probeKey = keyPrefix + ":probe";
    }

    /**
     * The client of now, for one call of an adapter.
     *
     * @throws JedisConnectionException while there is none; then the service is not available either
     */
    public synchronized UnifiedJedis jedis() {
        if (client.isEmpty() && settings.topology() == RedisSettings.Topology.SINGLE) {
            client = Optional.of(single());
        }
        return client.orElseThrow(() -> new JedisConnectionException("not connected"));
    }

    @Override
    public String configuredAt() {
        return settings.masked();
    }

    @Override
    public Duration firstTimeout() {
        return settings.connectTimeout();
    }

    @Override
    public Duration timeout() {
        return settings.timeout();
    }

    /** Writes, because a Redis that only answers reads (full, or a replica) cannot be used. */
    @Override
    public void probe(Duration timeout) {
        if (settings.topology() == RedisSettings.Topology.SINGLE) {
            try (Jedis jedis = new Jedis(settings.address(), client(timeout))) {
                jedis.set(probeKey, "1", probeParameters());
            }
        } else {
            connected().set(probeKey, "1", probeParameters());
        }
    }

    /**
     * Closes the idle connections: they lead to a server that is gone, and would fail again when it is back. Of a cluster it
     * is forgotten too who has what. The client of sentinels stays: it hears from them who is the next master.
     */
    @Override
    public synchronized void lost() {
        switch (settings.topology()) {
            case SINGLE ->
                client.ifPresent(pooled -> ((JedisPooled) pooled).getPool().clear());
            case SENTINELS -> {}
            case CLUSTER -> close();
        }
    }

    @Override
    public synchronized void close() {
        client.ifPresent(UnifiedJedis::close);
        client = Optional.empty();
    }

    /** Connects outside of the lock: calls must not wait for sentinels that hang. Only the probe comes here. */
    private UnifiedJedis connected() {
        synchronized (this) {
            if (client.isPresent()) {
                return client.get();
            }
        }
        UnifiedJedis made = settings.topology() == RedisSettings.Topology.CLUSTER ? cluster() : sentineled();
        synchronized (this) {
            close();
            client = Optional.of(made);
        }
        return made;
    }

    private JedisPooled single() {
        return new JedisPooled(settings.address(), client(settings.timeout()), poolConfig());
    }

    private UnifiedJedis cluster() {
        return new JedisCluster(
                Set.copyOf(settings.clusterNodes()),
                client(settings.timeout()),
                MOST_ATTEMPTS_IN_A_CLUSTER,
                settings.timeout(),
                poolConfig());
    }

    private UnifiedJedis sentineled() {
        RedisSettings.Sentinels sentinels = settings.sentinels().orElseThrow();
        // They would tell every five seconds, with a stack trace, that a sentinel is gone. Our own monitor tells it
        // once.
        LISTENERS_OF_JEDIS.setLevel(Level.OFF);
        JedisClientConfig ofSentinels = common(settings.timeout())
                .password(sentinels.password().orElse(null))
                .build();
        return new JedisSentineled(
                sentinels.master(),
                client(settings.timeout()),
                poolConfig(),
                Set.copyOf(sentinels.addresses()),
                ofSentinels);
    }

    private JedisClientConfig client(Duration timeout) {
        return common(timeout)
                .user(JedisURIHelper.getUser(settings.uri()))
                .password(JedisURIHelper.getPassword(settings.uri()))
                .database(JedisURIHelper.getDBIndex(settings.uri()))
                .build();
    }

    private DefaultJedisClientConfig.Builder common(Duration timeout) {
        int millis = Math.toIntExact(timeout.toMillis());
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(millis)
                .socketTimeoutMillis(millis)
                .clientName("optibid");
        if (JedisURIHelper.isRedisSSLScheme(settings.uri())) {
            // Jedis' flag alone would take any certificate that the JVM trusts, whoever's name it is for.
            config.ssl(true)
                    .sslOptions(SslOptions.builder()
                            .sslVerifyMode(SslVerifyMode.FULL)
                            .build());
        }
        return config;
    }

    private static SetParams probeParameters() {
        return SetParams.setParams().ex(PROBE_LIVES_SECONDS);
    }

    private GenericObjectPoolConfig<Connection> poolConfig() {
        GenericObjectPoolConfig<Connection> config = new GenericObjectPoolConfig<>();
        config.setMaxTotal(MOST_CONNECTIONS);
        config.setMaxIdle(MOST_CONNECTIONS);
        config.setMaxWait(LONGEST_WAIT_FOR_A_CONNECTION);
        config.setJmxEnabled(false);
        // Nobody clears the pools of these: a dead connection must not fail a call when the server is back.
        config.setTestOnBorrow(settings.topology() != RedisSettings.Topology.SINGLE);
        return config;
    }
}
