package energy.optibid.analytics.internal;

import energy.optibid.analytics.PriceHistory;
import energy.optibid.analytics.internal.clickhouse.ClickHouseCopy;
import energy.optibid.analytics.internal.clickhouse.ClickHouseDesk;
import energy.optibid.analytics.internal.clickhouse.ClickHousePriceHistory;
import energy.optibid.platform.Capabilities;
import energy.optibid.platform.MonitoredService;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Chooses where long histories are read, and whether there is a copy that is kept. */
@ApplicationScoped
class PriceHistoryProducer {

    @Inject
    Capabilities capabilities;

    @Inject
    Services services;

    @Inject
    Instance<ClickHousePriceHistory> clickHouse;

    @Inject
    Instance<ClickHouseCopy> clickHouseCopy;

    @Inject
    Instance<ClickHouseDesk> clickHouseDesk;

    @Inject
    CopyLog log;

    @Inject
    AnalyticsDatabase database;

    @Inject
    CopyReading copyReading;

    @Inject
    Clock clock;

    @Produces
    @Singleton
    OptionalCopy copy() {
        return switch (capabilities.of(ServiceName.CLICKHOUSE)) {
            case OFF -> new OptionalCopy(Optional.empty());
            case ON ->
                new OptionalCopy(Optional.of(
                        new Copy(service(), clickHouseCopy.get(), clickHouseDesk.get(), log, copyReading, clock)));
        };
    }

    @Produces
    @ApplicationScoped
    PriceHistory priceHistory(OptionalCopy copy) {
        PriceHistory rollUps = new PostgresPriceHistory(database, clock);
        return copy.copy()
                .<PriceHistory>map(
                        kept -> new RoutingPriceHistory(service(), kept::isCaughtUp, clickHouse.get(), rollUps))
                .orElse(rollUps);
    }

    private MonitoredService service() {
        return services.of(ServiceName.CLICKHOUSE);
    }
}
