package energy.optibid.streaming.internal;

import energy.optibid.platform.MonitoredService;
import energy.optibid.streaming.EventBus;
import energy.optibid.streaming.LoggedEvent;
import java.util.List;

/** Publishes while the service is available; otherwise events wait in the log. */
public final class RoutingEventBus implements EventBus {
    private final MonitoredService service;
    private final EventBus bus;

    public RoutingEventBus(MonitoredService service, EventBus bus) {
        this.service = service;
        this.bus = bus;
    }

    @Override
    public int publish(List<LoggedEvent> events) {
        return service.routeAlways(() -> bus.publish(events), () -> 0);
    }
}
