package energy.optibid.platform.internal.redis;

import energy.optibid.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import redis.clients.jedis.UnifiedJedis;

/** Makes the connector and its pool when one of them is first asked for, which happens only when Redis is on. */
@ApplicationScoped
class RedisProducer {

    @Produces
    @Singleton
    RedisConnector connector(Settings settings) {
        return new RedisConnector(
                RedisSettings.of(settings),
                settings.text("optibid.redis.prefix").orElse("optibid"));
    }

    void close(@Disposes RedisConnector connector) {
        connector.close();
    }

    /** To be asked at each call: a client that lost its sentinels or its cluster is replaced. */
    @Produces
    @Singleton
    Supplier<UnifiedJedis> jedis(RedisConnector connector) {
        return connector::jedis;
    }
}
