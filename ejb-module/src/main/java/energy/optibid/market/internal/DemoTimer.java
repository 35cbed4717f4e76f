package energy.optibid.market.internal;

import energy.optibid.platform.Environment;
import energy.optibid.platform.WhileReady;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Publishes the simulated prices of the next day at the market's hour, so that a demo that is left on stays alive. */
@Singleton
@DependsOn("SchemaGate")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WhileReady
public class DemoTimer {
    private static final Logger LOG = System.getLogger(DemoTimer.class.getName());

    @Inject
    Environment environment;

    @Inject
    DemoPrices prices;

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    void tick() {
        if (!environment.isDevelopment()) {
            return;
        }
        try {
            prices.seed();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Simulated prices were not published; tried again in twenty seconds", e);
        }
    }
}
