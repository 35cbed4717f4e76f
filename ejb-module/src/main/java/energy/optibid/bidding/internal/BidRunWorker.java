package energy.optibid.bidding.internal;

import energy.optibid.bidding.BidRulesBrokenException;
import energy.optibid.bidding.BidRunQueued;
import energy.optibid.bidding.GateClosedException;
import energy.optibid.bidding.RunProblem;
import energy.optibid.bidding.RunStep;
import energy.optibid.forecasting.NotEnoughHistoryException;
import energy.optibid.market.PricesImported;
import energy.optibid.optimisation.InfeasiblePlanException;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import energy.optibid.platform.LogContext;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Carries out queued runs in the background, a few at a time. */
@ApplicationScoped
public class BidRunWorker {
    private static final Logger LOG = System.getLogger(BidRunWorker.class.getName());

    /** As many as the planner can use: each run is bound by one core. */
    private static final int AT_ONCE = 2;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final AtomicBoolean idle = new AtomicBoolean();

    @Resource
    ManagedExecutorService executor;

    @Inject
    RunDriver driver;

    void onQueued(@Observes(during = TransactionPhase.AFTER_SUCCESS) BidRunQueued event) {
        kick();
    }

    void onPrices(@Observes(during = TransactionPhase.AFTER_SUCCESS) PricesImported event) {
        executor.execute(this::wake);
    }

    /** Looks for runs whose results have come, and for queued ones. */
    void wake() {
        unlessDatabaseIsLost(() -> {
            long woken = driver.awaitingResults().stream()
                    .filter(run -> driver.wake(run.actor(), run.id()))
                    .count();
            if (woken > 0) {
                LOG.log(Level.INFO, "Results have come for runs that waited");
            }
            kick();
        });
    }

    /** A lost database is told once, not at every look for work. */
    private void unlessDatabaseIsLost(Runnable look) {
        try {
            look.run();
            idle.set(false);
        } catch (RuntimeException e) {
            if (!idle.getAndSet(true)) {
                LOG.log(
                        Level.WARNING,
                        "Bid runs stand still: the database does not answer as it should. They go on by themselves when"
                                + " it does; see its log and /health/ready.",
                        e);
            }
        }
    }

    /** Starts to work unless all hands are busy: who is busy takes the next run when done. */
    void kick() {
        if (free.tryAcquire()) {
            executor.execute(this::work);
        }
    }

    private void work() {
        try {
            unlessDatabaseIsLost(() -> carryOutAll(Ids.next()));
        } finally {
            free.release();
        }
    }

    private void carryOutAll(UUID worker) {
        Optional<OpenRun> run = claim(worker);
        while (run.isPresent()) {
            carryOut(worker, run.get());
            run = claim(worker);
        }
    }

    private Optional<OpenRun> claim(UUID worker) {
        return driver.toClaim().stream()
                .filter(run -> driver.claim(run.actor(), worker, run.id()))
                .findFirst();
    }

    private void carryOut(UUID worker, OpenRun run) {
        Actor actor = run.actor();
        LogContext.Scope scope = LogContext.none().of(run.organisationId()).enter();
        try {
            Optional<RunStep> step = driver.begin(actor, worker, run.id());
            while (step.isPresent() && driver.perform(actor, worker, run.id(), step.get())) {
                step = driver.begin(actor, worker, run.id());
            }
        } catch (RuntimeException e) {
            driver.fail(actor, worker, run.id(), problem(run.id(), e));
        } finally {
            scope.leave();
        }
    }

    private static RunProblem problem(UUID run, RuntimeException thrown) {
        Throwable fact = thrown instanceof EJBException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (fact instanceof InfeasiblePlanException infeasible) {
            return new RunProblem("plan-infeasible", infeasible.limit() + ": " + infeasible.getMessage());
        }
        if (fact instanceof NotEnoughHistoryException) {
            return new RunProblem("not-enough-history", message(fact));
        }
        if (fact instanceof GateClosedException) {
            return new RunProblem("gate-closed", message(fact));
        }
        if (fact instanceof BidRulesBrokenException) {
            return new RunProblem("bid-rules-broken", message(fact));
        }
        LOG.log(Level.ERROR, "Bid run " + run + " failed. Start it again; if it fails again, report this.", fact);
        return new RunProblem(
                "internal-error", "The run failed for a reason that is in the server's log under its id.");
    }

    private static String message(Throwable fact) {
        return String.valueOf(fact.getMessage());
    }
}
