package energy.optibid.bidding.internal;

import energy.optibid.platform.Settings;
import energy.optibid.platform.WhileReady;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Picks up what events did not: runs left by a node that died, results that another node imported. */
@Singleton
@Startup
@DependsOn("SchemaGate")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WhileReady
public class BidRunTimer {

    @Inject
    BidRunWorker worker;

    @Inject
    Settings settings;

    /** A setting that is wrong is to stop the start and not the first look. */
    @PostConstruct
    void start() {
        var unused = RunDriver.silence(settings);
    }

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void tick() {
        worker.wake();
    }
}
