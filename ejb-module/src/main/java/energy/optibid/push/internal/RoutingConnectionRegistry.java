package energy.optibid.push.internal;

import energy.optibid.platform.MonitoredService;
import energy.optibid.push.ConnectionRegistry;
import energy.optibid.push.Counted;
import energy.optibid.push.NodeConnections;
import java.util.List;
import java.util.Map;

/**
 * Counts for this node always, and for all nodes while the shared service is available. What was not counted there while it
 * was away is put right by the next {@link #renew}.
 */
public final class RoutingConnectionRegistry implements ConnectionRegistry {
    private final MonitoredService service;
    private final ConnectionRegistry shared;
    private final ConnectionRegistry own;

    public RoutingConnectionRegistry(MonitoredService service, ConnectionRegistry shared, ConnectionRegistry own) {
        this.service = service;
        this.shared = shared;
        this.own = own;
    }

    @Override
    public boolean enter(Counted counted, int most) {
        if (!own.enter(counted, most)) {
            return false;
        }
        boolean everywhere = service.route(() -> shared.enter(counted, most), () -> true);
        if (!everywhere) {
            own.leave(counted);
        }
        return everywhere;
    }

    @Override
    public void leave(Counted counted) {
        own.leave(counted);
        var unused = service.route(
                () -> {
                    shared.leave(counted);
                    return true;
                },
                () -> false);
    }

    @Override
    public void renew(NodeConnections ownConnections, Map<Counted, Integer> held) {
        own.renew(ownConnections, held);
        var unused = service.route(
                () -> {
                    shared.renew(ownConnections, held);
                    return true;
                },
                () -> false);
    }

    @Override
    public List<NodeConnections> nodes() {
        return service.route(shared::nodes, own::nodes);
    }
}
