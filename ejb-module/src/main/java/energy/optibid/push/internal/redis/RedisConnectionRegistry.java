package energy.optibid.push.internal.redis;

import energy.optibid.platform.Settings;
import energy.optibid.push.ConnectionRegistry;
import energy.optibid.push.Counted;
import energy.optibid.push.NodeConnections;
import energy.optibid.streaming.NodeName;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import redis.clients.jedis.UnifiedJedis;

/**
 * Counts in Redis, for all nodes together. A hash for each user and address has a field for each node: its count, and until
 * when that holds by Redis' clock. Each script touches one key, so that a cluster can serve it. Failures of Redis come
 * through as Jedis' exceptions.
 */
@Dependent
@Typed(RedisConnectionRegistry.class) // only the producer offers a ConnectionRegistry
public final class RedisConnectionRegistry implements ConnectionRegistry {
    private static final Duration HOLDS = Duration.ofSeconds(30);

    /** Sums up what holds, forgets what does not, and leaves in {@code own} what this node has counted. */
    private static final String COUNT = """
            local now = tonumber(redis.call('TIME')[1])
            local fields = redis.call('HGETALL', KEYS[1])
            local all, own = 0, 0
            for i = 1, #fields, 2 do
                local count, ends = string.match(fields[i + 1], '^(%d+)|(%d+)')
                if not ends or tonumber(ends) < now then redis.call('HDEL', KEYS[1], fields[i])
                else
                    all = all + tonumber(count)
                    if fields[i] == ARGV[1] then own = tonumber(count) end
                end
            end
            """;

    private static final String PUT = """
            local function put(count)
                if count <= 0 then redis.call('HDEL', KEYS[1], ARGV[1])
                else
                    redis.call('HSET', KEYS[1], ARGV[1], count .. '|' .. (now + tonumber(ARGV[2])))
                    redis.call('EXPIRE', KEYS[1], ARGV[2])
                end
            end
            """;

    private static final String ENTER = COUNT + PUT + """
            if all >= tonumber(ARGV[3]) then return 0 end
            put(own + 1)
            return 1
            """;

    private static final String LEAVE = COUNT + PUT + "put(own - 1)";

    private static final String SET = COUNT + PUT + "put(tonumber(ARGV[3]))";

    private static final String TELL = """
            local ends = tonumber(redis.call('TIME')[1]) + tonumber(ARGV[2])
            redis.call('HSET', KEYS[1], ARGV[1], ends .. '|' .. ARGV[3])
            redis.call('EXPIRE', KEYS[1], ARGV[2])
            """;

    private static final String NODES = """
            local now = tonumber(redis.call('TIME')[1])
            local fields = redis.call('HGETALL', KEYS[1])
            local there = {}
            for i = 1, #fields, 2 do
                local ends, told = string.match(fields[i + 1], '^(%d+)|(.*)$')
                if not ends or tonumber(ends) < now then redis.call('HDEL', KEYS[1], fields[i])
                else
                    table.insert(there, fields[i] .. '|' .. told)
                end
            end
            return there
            """;

    private final Supplier<UnifiedJedis> jedis;
    private final String prefix;
    private final String node;
    private final long holdsSeconds;
    private Set<Counted> renewed = Set.of();

    @Inject
    public RedisConnectionRegistry(Supplier<UnifiedJedis> jedis, Settings settings, NodeName node) {
        this(jedis, settings.text("optibid.redis.prefix").orElse("optibid"), node.value(), HOLDS);
    }

    public RedisConnectionRegistry(Supplier<UnifiedJedis> jedis, String prefix, String node, Duration holds) {
        this.jedis = jedis;
        this.prefix = prefix + ":connections";
        this.node = node;
        this.holdsSeconds = holds.toSeconds();
    }

    @Override
    public boolean enter(Counted counted, int most) {
        return run(ENTER, counted, most) instanceof Long entered && entered == 1;
    }

    @Override
    public void leave(Counted counted) {
        run(LEAVE, counted, 0);
    }

    @Override
    public synchronized void renew(NodeConnections own, Map<Counted, Integer> held) {
        Set<Counted> all = new HashSet<>(renewed);
        all.addAll(held.keySet());
        all.forEach(counted -> run(SET, counted, held.getOrDefault(counted, 0)));
        renewed = Set.copyOf(held.keySet());
        StringBuilder told = new StringBuilder(String.valueOf(own.connections()));
        own.zones()
                .forEach((zone, count) ->
                        told.append('|').append(zone).append('=').append(count));
        jedis.get()
                .eval(TELL, List.of(prefix + ":nodes"), List.of(node, String.valueOf(holdsSeconds), told.toString()));
    }

    @Override
    public List<NodeConnections> nodes() {
        Object there = jedis.get().eval(NODES, List.of(prefix + ":nodes"), List.of());
        return there instanceof List<?> lines
                ? lines.stream().map(line -> parsed(String.valueOf(line))).toList()
                : List.of();
    }

    private static NodeConnections parsed(String line) {
        String[] parts = line.split("\\|", -1);
        Map<String, Integer> zones = new HashMap<>();
        Arrays.stream(parts)
                .skip(2)
                .map(zone -> zone.split("=", 2))
                .forEach(zone -> zones.put(zone[0], Integer.valueOf(zone[1])));
        return new NodeConnections(parts[0], Integer.parseInt(parts[1]), zones);
    }

    private Object run(String script, Counted counted, int number) {
        String key = String.join(":", prefix, counted.kind().label(), counted.value());
        return jedis.get()
                .eval(script, List.of(key), List.of(node, String.valueOf(holdsSeconds), String.valueOf(number)));
    }
}
