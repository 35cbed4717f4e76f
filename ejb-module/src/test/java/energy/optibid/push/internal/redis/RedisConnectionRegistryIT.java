package energy.optibid.push.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.internal.redis.EmptyRedis;
import energy.optibid.platform.Wait;
import energy.optibid.push.ConnectionRegistry;
import energy.optibid.push.ConnectionRegistryContract;
import energy.optibid.push.Counted;
import energy.optibid.push.NodeConnections;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisConnectionRegistryIT extends ConnectionRegistryContract {
    private static final Counted ADA = new Counted(Counted.Kind.USER, "ada");

    @RegisterExtension
    static final EmptyRedis REDIS = new EmptyRedis();

    @Override
    protected ConnectionRegistry registry() {
        return node("one", Duration.ofSeconds(60));
    }

    private static ConnectionRegistry node(String name, Duration holds) {
        return new RedisConnectionRegistry(REDIS::jedis, "test", name, holds);
    }

    @Test
    void limitShouldCountTheConnectionsOfAllNodes() {
        ConnectionRegistry one = node("one", Duration.ofSeconds(60));
        ConnectionRegistry two = node("two", Duration.ofSeconds(60));
        one.enter(ADA, 2);

        assertThat(two.enter(ADA, 2)).isTrue();
        assertThat(one.enter(ADA, 2)).isFalse();
        two.leave(ADA);
        assertThat(one.enter(ADA, 2)).isTrue();
    }

    @Test
    void nodeThatIsGoneShouldBeForgotten() {
        ConnectionRegistry killed = node("killed", Duration.ofSeconds(1));
        ConnectionRegistry living = node("living", Duration.ofSeconds(60));
        killed.enter(ADA, 1);
        killed.renew(new NodeConnections("killed", 1, Map.of()), Map.of(ADA, 1));
        living.renew(new NodeConnections("living", 0, Map.of()), Map.of());
        assertThat(living.enter(ADA, 1)).isFalse();

        Wait.until("its connections are no longer counted", () -> living.enter(ADA, 1));
        Wait.until("it is no longer listed", () -> living.nodes().size() == 1);
        assertThat(living.nodes()).extracting(NodeConnections::node).containsExactly("living");
    }

    @Test
    void renewShouldPutRightWhatRedisHasForgotten() {
        ConnectionRegistry node = node("one", Duration.ofSeconds(60));
        node.enter(ADA, 2);
        node.enter(ADA, 2);
        REDIS.jedis().flushAll();

        node.renew(new NodeConnections("one", 2, Map.of()), Map.of(ADA, 2));

        assertThat(node.enter(ADA, 2)).isFalse();
        node.renew(new NodeConnections("one", 0, Map.of()), Map.of());
        assertThat(node.enter(ADA, 1)).as("none is left").isTrue();
    }

    @Test
    void nothingShouldLiveForEver() {
        ConnectionRegistry node = node("one", Duration.ofSeconds(60));
        node.enter(ADA, 2);
        node.renew(new NodeConnections("one", 1, Map.of()), Map.of(ADA, 1));

        assertThat(REDIS.jedis().keys("*"))
                .hasSize(2)
                .allSatisfy(key -> assertThat(REDIS.jedis().pttl(key)).isPositive());
    }
}
