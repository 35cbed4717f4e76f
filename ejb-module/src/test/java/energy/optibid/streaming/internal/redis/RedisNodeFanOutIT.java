package energy.optibid.streaming.internal.redis;

import energy.optibid.market.internal.redis.EmptyRedis;
import energy.optibid.streaming.NodeFanOut;
import energy.optibid.streaming.NodeFanOutContract;
import energy.optibid.streaming.NodeName;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;

class RedisNodeFanOutIT extends NodeFanOutContract {
    @RegisterExtension
    static final EmptyRedis REDIS = new EmptyRedis();

    @Override
    protected NodeFanOut node(NodeName name) {
        return new RedisNodeFanOut(REDIS::jedis, "test", name);
    }

    @Override
    protected void cutListeners() {
        try (Jedis jedis = new Jedis("127.0.0.1", REDIS.port())) {
            jedis.clientKill(ClientKillParams.clientKillParams().type(ClientType.PUBSUB));
        }
    }
}
