package energy.optibid.platform.internal.redis;

import energy.optibid.platform.ServiceConnector;
import java.time.Duration;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.util.JedisURIHelper;

/** One pool of connections to one Redis. Connects when it is first used, not when it is made. */
public final class RedisConnector implements ServiceConnector, AutoCloseable {
    private static final int MOST_CONNECTIONS = 32;
    private static final Duration LONGEST_WAIT_FOR_A_CONNECTION = Duration.ofMillis(100);
    private static final int PROBE_LIVES_SECONDS = 60;

    private final RedisSettings settings;
    private final String probeKey;
    private final HostAndPort address;
    private final JedisPooled pool;

    public RedisConnector(RedisSettings settings, String keyPrefix) {
        this.settings = settings;
        this.probeKey = keyPrefix + ":probe";
        this.address = JedisURIHelper.getHostAndPort(settings.uri());
        this.pool = new JedisPooled(address, client(settings.timeout()), poolConfig());
    }

    /** The pool, for adapters. */
    public UnifiedJedis jedis() {
        return pool;
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
        try (Jedis jedis = new Jedis(address, client(timeout))) {
            jedis.set(probeKey, "1", SetParams.setParams().ex(PROBE_LIVES_SECONDS));
        }
    }

    /** Closes the idle connections: they lead to a server that is gone, and would fail again when it is back. */
    @Override
    public void lost() {
        pool.getPool().clear();
    }

    @Override
    public void close() {
        pool.close();
    }

    private JedisClientConfig client(Duration timeout) {
        int millis = Math.toIntExact(timeout.toMillis());
        return DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(millis)
                .socketTimeoutMillis(millis)
                .user(JedisURIHelper.getUser(settings.uri()))
                .password(JedisURIHelper.getPassword(settings.uri()))
                .database(JedisURIHelper.getDBIndex(settings.uri()))
                .ssl(JedisURIHelper.isRedisSSLScheme(settings.uri()))
                .clientName("optibid")
                .build();
    }

    private static GenericObjectPoolConfig<Connection> poolConfig() {
        GenericObjectPoolConfig<Connection> config = new GenericObjectPoolConfig<>();
        config.setMaxTotal(MOST_CONNECTIONS);
        config.setMaxIdle(MOST_CONNECTIONS);
        config.setMaxWait(LONGEST_WAIT_FOR_A_CONNECTION);
        config.setJmxEnabled(false);
        return config;
    }
}
