package energy.optibid.streaming.internal;

import energy.optibid.platform.MonitoredService;
import energy.optibid.streaming.NodeFanOut;
import java.util.concurrent.ThreadFactory;

/**
 * Announces by the shared service while it is available and by PostgreSQL otherwise. Listens to both: another node may see
 * the service differently at this moment.
 */
public final class RoutingNodeFanOut implements NodeFanOut {
    private final MonitoredService service;
    private final NodeFanOut shared;
    private final NodeFanOut database;

    public RoutingNodeFanOut(MonitoredService service, NodeFanOut shared, NodeFanOut database) {
        this.service = service;
        this.shared = shared;
        this.database = database;
    }

    @Override
    public void announce() {
        var unused = service.route(
                () -> {
                    shared.announce();
                    return true;
                },
                () -> {
                    database.announce();
                    return true;
                });
    }

    @Override
    public void listen(ThreadFactory threads, Runnable heard) {
        shared.listen(threads, heard);
        database.listen(threads, heard);
    }

    @Override
    public void close() {
        shared.close();
        database.close();
    }
}
