package energy.optibid.bidding.internal;

import energy.optibid.bidding.BidRunRequest;
import energy.optibid.bidding.BidRunState;
import energy.optibid.bidding.RunProblem;
import energy.optibid.bidding.RunStep;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.platform.Settings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves runs on, one short transaction at a time. Only the worker that claimed a run moves it: one that was thought dead
 * and comes back finds that another holds its run, and lets go. What it does to a run, it does as OptiBid at work for the
 * run's organisation.
 */
@Stateless
@OrganisationBound
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RunDriver {
    private static final String SILENCE = "optibid.bidding.worker-silence";

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    BidRunFactory factory;

    @Inject
    RunQueue queue;

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

    /** The runs of all organisations that wait for a worker, or whose worker is dead; the oldest first. */
    public List<OpenRun> toClaim() {
        return queue.toClaim(silentSince());
    }

    /** The runs of all organisations that wait for results, the oldest first. */
    public List<OpenRun> awaitingResults() {
        return queue.awaitingResults();
    }

    /** Takes a run for a worker; false where another was quicker. */
    public boolean claim(Actor actor, UUID worker, UUID runId) {
        if (!queue.lock(runId, silentSince())) {
            return false;
        }
        store.locked(runId).hold(worker, clock.instant());
        return true;
    }

    /** Starts a run that this worker holds from its first moment, so that no other can take it. */
    public UUID startHeld(Actor actor, UUID worker, BidRunRequest request) {
        UUID id = factory.create(actor, request);
        store.locked(id).hold(worker, clock.instant());
        return id;
    }

    private Instant silentSince() {
        return clock.instant().minus(silence(settings));
    }

    /**
     * A worker that has begun no step for so long is dead: a step takes milliseconds, seconds at the worst.
     *
     * @throws energy.optibid.platform.InvalidSettingException where the setting is not understood
     */
    static Duration silence(Settings settings) {
        return settings.duration(SILENCE);
    }

    /** Marks the next step as running; absent where the run has ended or is another worker's. */
    public Optional<RunStep> begin(Actor actor, UUID worker, UUID runId) {
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
    public boolean perform(Actor actor, UUID worker, UUID runId, RunStep step) {
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
    public void fail(Actor actor, UUID worker, UUID runId, RunProblem problem) {
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

    /** Queues a run again whose results are there now; false where they are not, or another did so before. */
    public boolean wake(Actor actor, UUID runId) {
        BidRunEntity run = store.locked(runId);
        if (run.state() != BidRunState.AWAITING_RESULTS || !hasResults(run)) {
            return false;
        }
        run.release(BidRunState.QUEUED);
        return true;
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
