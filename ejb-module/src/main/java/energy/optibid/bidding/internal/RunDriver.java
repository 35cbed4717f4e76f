package energy.optibid.bidding.internal;

import energy.optibid.bidding.BidRunState;
import energy.optibid.bidding.RunProblem;
import energy.optibid.bidding.RunStep;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves runs on, one short transaction at a time. Only the worker that claimed a run moves it: one that was thought dead
 * and comes back finds that another holds its run, and lets go.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RunDriver {
    /** A worker that has begun no step for so long is dead: a step takes milliseconds, seconds at the worst. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    @Inject
    Clock clock;

    @Inject
    BidRunStore store;

    @Inject
    RunSteps steps;

    @Inject
    PriceKnowledge knowledge;

    @Inject
    OrderBooks books;

    @Inject
    BidRunJournal journal;

    /** Takes the next run for a worker; absent where none waits. */
    public Optional<UUID> claim(UUID worker) {
        Optional<UUID> next = store.nextToClaim(clock.instant().minus(SILENCE));
        next.map(store::locked).ifPresent(run -> {
            run.state = BidRunState.RUNNING.code();
            run.claimedBy = worker;
            run.heartbeatAt = clock.instant();
            if (run.startedAt == null) {
                run.startedAt = clock.instant();
            }
        });
        return next;
    }

    /** Marks the next step as running; absent where the run has ended or is another worker's. */
    public Optional<RunStep> begin(UUID worker, UUID runId) {
        BidRunEntity run = store.locked(runId);
        if (!isHeld(run, worker)) {
            return Optional.empty();
        }
        if (run.cancelRequested) {
            store.finishCancelled(run);
            return Optional.empty();
        }
        Optional<RunStep> next = run.nextStep();
        next.map(run::step).ifPresent(row -> {
            row.state = "running";
            row.startedAt = clock.instant();
        });
        run.heartbeatAt = clock.instant();
        return next;
    }

    /** Carries a step out; false where the run does not go on now. */
    public boolean perform(UUID worker, UUID runId, RunStep step) {
        BidRunEntity run = store.locked(runId);
        if (!isHeld(run, worker)) {
            return false;
        }
        BidRunStepRow row = run.step(step);
        return switch (steps.perform(run, step)) {
            case DONE -> {
                row.state = "done";
                row.finishedAt = clock.instant();
                yield true;
            }
            case WAIT -> {
                row.state = "pending";
                row.startedAt = null;
                run.release(BidRunState.AWAITING_RESULTS);
                yield false;
            }
        };
    }

    /** Ends a run that cannot go on. */
    public void fail(UUID worker, UUID runId, RunProblem problem) {
        BidRunEntity run = store.locked(runId);
        if (!isHeld(run, worker)) {
            return;
        }
        run.nextStep().map(run::step).ifPresent(row -> {
            row.state = "failed";
            row.finishedAt = clock.instant();
        });
        run.fail(problem, clock.instant());
        journal.failed(run);
    }

    /** Queues the runs again that wait for results which are there now; says how many. */
    public int wakeAwaiting() {
        List<BidRunEntity> ready =
                store.awaitingResults().stream().filter(this::hasResults).toList();
        return (int) ready.stream()
                .map(run -> store.locked(run.id))
                .filter(run -> run.state() == BidRunState.AWAITING_RESULTS)
                .peek(run -> run.release(BidRunState.QUEUED))
                .count();
    }

    private boolean hasResults(BidRunEntity run) {
        AuctionEntity auction = store.auctionOf(run);
        return books.holds(auction)
                || knowledge.published(run.productCode, run.zoneCode, auction).isPresent();
    }

    private static boolean isHeld(BidRunEntity run, UUID worker) {
        return run.state() == BidRunState.RUNNING && worker.equals(run.claimedBy);
    }
}
