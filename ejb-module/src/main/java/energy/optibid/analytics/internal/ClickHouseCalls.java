package energy.optibid.analytics.internal;

import energy.optibid.analytics.ClickHouseNeededException;
import energy.optibid.platform.MonitoredService;
import java.util.function.Supplier;

/** Work in the background that only ClickHouse can do. */
final class ClickHouseCalls {
    private final MonitoredService service;

    ClickHouseCalls(MonitoredService service) {
        this.service = service;
    }

    /** @throws ClickHouseNeededException where it does not answer */
    <T> T call(Supplier<T> work) {
        return service.routeAlways(work, () -> {
            throw new ClickHouseNeededException(service.state());
        });
    }

    /** @throws ClickHouseNeededException where it does not answer */
    void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
