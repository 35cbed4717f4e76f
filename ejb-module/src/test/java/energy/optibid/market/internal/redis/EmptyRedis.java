package energy.optibid.market.internal.redis;

import static java.util.Objects.requireNonNull;

import energy.optibid.platform.internal.redis.RedisConnector;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.clients.jedis.UnifiedJedis;

/** A real redis-server for the tests of one class, empty before each of them. */
public final class EmptyRedis implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private @Nullable RedisServer server;
    private @Nullable RedisConnector connector;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        RedisServer prepared = RedisServer.prepare();
        server = prepared;
        prepared.start();
        connector = new RedisConnector(RedisServer.settings(prepared.port(), "PT2S"), "test");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        jedis().flushAll();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (connector != null) {
            connector.close();
        }
        if (server != null) {
            server.close();
        }
    }

    public UnifiedJedis jedis() {
        return requireNonNull(connector).jedis();
    }

    public int port() {
        return requireNonNull(server).port();
    }
}
