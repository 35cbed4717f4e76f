package energy.optibid.analytics.internal;

import energy.optibid.analytics.PriceHistory;
import energy.optibid.analytics.PriceSelection;
import energy.optibid.analytics.PriceTable;
import energy.optibid.platform.MonitoredService;
import java.util.function.BooleanSupplier;

/** Asks the copy while its service is available and it has everything; in all other cases the roll-ups. */
public final class RoutingPriceHistory implements PriceHistory {
    private final MonitoredService service;
    private final BooleanSupplier caughtUp;
    private final PriceHistory copy;
    private final PriceHistory rollUps;

    public RoutingPriceHistory(
            MonitoredService service, BooleanSupplier caughtUp, PriceHistory copy, PriceHistory rollUps) {
        this.service = service;
        this.caughtUp = caughtUp;
        this.copy = copy;
        this.rollUps = rollUps;
    }

    @Override
    public PriceTable sums(PriceSelection selection) {
        return caughtUp.getAsBoolean()
                ? service.route(() -> copy.sums(selection), () -> rollUps.sums(selection))
                : rollUps.sums(selection);
    }
}
