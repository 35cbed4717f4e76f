package energy.optibid.push.internal;

import energy.optibid.push.ConnectionRegistry;
import energy.optibid.push.Counted;
import energy.optibid.push.NodeConnections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the connections of this node alone. */
public final class InMemoryConnectionRegistry implements ConnectionRegistry {
    private final Map<Counted, Integer> counts = new ConcurrentHashMap<>();
    private volatile List<NodeConnections> told = List.of();

    @Override
    public boolean enter(Counted counted, int most) {
        boolean[] entered = new boolean[1];
        counts.compute(counted, (unused, present) -> {
            int count = present == null ? 0 : present;
            entered[0] = count < most;
            return entered[0] ? Integer.valueOf(count + 1) : present;
        });
        return entered[0];
    }

    @Override
    public void leave(Counted counted) {
        counts.computeIfPresent(counted, (unused, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
    }

    /** What this node counts is always what it has: only its own telling is remembered. */
    @Override
    public void renew(NodeConnections own, Map<Counted, Integer> held) {
        told = List.of(own);
    }

    @Override
    public List<NodeConnections> nodes() {
        return told;
    }
}
