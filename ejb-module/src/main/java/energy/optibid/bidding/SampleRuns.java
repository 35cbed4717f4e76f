package energy.optibid.bidding;

import energy.optibid.bidding.internal.RunDriver;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Environment;
import energy.optibid.platform.Ids;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Bid runs for systems that are tested, carried out at once and ended on their way where bids of an early state are
 * wanted: in development only. Each step is the one that the worker takes, with its audit entry and its event.
 */
@Stateless
@OrganisationBound
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SampleRuns {
    private static final RunProblem STOPPED = new RunProblem(
            "stopped-for-sample", "The sample data ends this run here, so that its bids stay as they are.");

    @Inject
    RunDriver driver;

    @Inject
    BidDesk desk;

    @Inject
    Environment environment;

    /** How a run ends, and so in which state its bids stay. */
    public enum End {
        /** Failed before its bids were checked: drafts. */
        AT_DRAFTS(RunStep.BIDS),
        /** Failed before its bids were submitted: validated. */
        AT_VALIDATED(RunStep.VALIDATE),
        /** Cancelled after its bids were submitted. */
        CANCELLED(RunStep.SUBMIT),
        /** As far as it goes: settled, or waiting for the results with submitted bids. */
        BY_ITSELF(RunStep.SETTLE);

        private final RunStep last;

        End(RunStep last) {
            this.last = last;
        }
    }

    /**
     * Starts a run and carries it out until that end. Throws what {@link BidDesk#startRun} throws.
     *
     * @throws IllegalStateException in production
     */
    public UUID run(Actor actor, BidRunRequest request, End end) {
        if (!environment.isDevelopment()) {
            throw new IllegalStateException("Sample runs are for development");
        }
        UUID worker = Ids.next();
        UUID id = driver.startHeld(actor, worker, request);
        Actor system = Actor.systemOf(actor.organisationId());
        Optional<RunStep> step = driver.begin(system, worker, id);
        while (step.isPresent()
                && step.get().compareTo(end.last) <= 0
                && driver.perform(system, worker, id, step.get())) {
            step = driver.begin(system, worker, id);
        }
        switch (end) {
            case AT_DRAFTS, AT_VALIDATED -> driver.fail(system, worker, id, STOPPED);
            case CANCELLED -> {
                desk.cancel(actor, id);
                var unused = driver.begin(system, worker, id);
            }
            case BY_ITSELF -> {}
        }
        return id;
    }
}
