package energy.optibid.bidding.internal;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Picks up what events did not: runs left by a node that died, results that another node imported. */
@Singleton
@DependsOn("SchemaGate")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BidRunTimer {

    @Inject
    BidRunWorker worker;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void tick() {
        worker.wake();
    }
}
