package energy.optibid.forecasting.internal;

import energy.optibid.forecasting.MirrorState;
import energy.optibid.forecasting.RunMirror;
import energy.optibid.platform.Actor;
import energy.optibid.platform.MlflowFailedException;
import energy.optibid.platform.MlflowRefusedException;
import energy.optibid.platform.MonitoredService;
import energy.optibid.platform.ServiceState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Uploads what MLflow does not have yet, run by run, while it is available. What it refuses is put aside with the reason,
 * so that the others go on; what fails is tried again, after the others. For one thread at a time.
 */
public final class MirrorRound implements Runnable {
    private static final Logger LOG = System.getLogger(MirrorRound.class.getName());
    private static final int AT_ONCE = 20;

    private final MonitoredService service;
    private final ModelMirror mirror;
    private final MirrorTransactions transactions;
    private final Clock clock;

    /** What an operator was told already. */
    private final Set<String> told = new HashSet<>();

    public MirrorRound(MonitoredService service, ModelMirror mirror, MirrorTransactions transactions, Clock clock) {
        this.service = service;
        this.mirror = mirror;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of an attempt; a failure is our own, and not MLflow's. */
    private record Attempt(boolean done, Optional<RuntimeException> failure) {}

    /** Ends when nothing is left, or MLflow is not available. */
    @Override
    public void run() {
        List<DueRun> due = due();
        while (!due.isEmpty()) {
            for (DueRun each : due) {
                if (!upload(each)) {
                    return;
                }
            }
            due = due();
        }
    }

    private List<DueRun> due() {
        return service.state() == ServiceState.AVAILABLE
                ? transactions.in(Actor.PLATFORM, connection -> MirrorTable.due(connection, clock.instant(), AT_ONCE))
                : List.of();
    }

    /** Whether the next one may be tried. */
    private boolean upload(DueRun due) {
        Upload upload = new Upload(transactions, due, clock);
        Optional<RunToMirror> run = upload.take();
        if (run.isEmpty()) {
            return true;
        }
        Attempt attempt =
                service.routeAlways(() -> attempt(run.get(), upload), () -> new Attempt(false, Optional.empty()));
        if (!attempt.done()) {
            upload.release();
        }
        attempt.failure().ifPresent(failure -> {
            throw failure;
        });
        return attempt.done();
    }

    private Attempt attempt(RunToMirror run, Upload upload) {
        try {
            Optional<String> left = mirror.upload(run, upload);
            left.ifPresent(this::tellOnce);
            upload.settle(run, outcome(MirrorState.MIRRORED, left));
        } catch (RunLostException e) {
            LOG.log(
                    Level.INFO,
                    "{0}: {1} is uploaded anew",
                    e.getMessage(),
                    run.run().id());
            upload.forget();
        } catch (MlflowRefusedException e) {
            String reason = String.valueOf(e.getMessage());
            LOG.log(
                    Level.WARNING,
                    "MLflow refuses the model run {0}: {1}. It is tried again after its next change, or by POST"
                            + " /api/v1/model-runs/{0}/mirror.",
                    run.run().id(),
                    reason);
            upload.settle(run, outcome(MirrorState.REFUSED, Optional.of(reason)));
        } catch (MlflowFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            return new Attempt(false, Optional.of(e));
        }
        return new Attempt(true, Optional.empty());
    }

    private RunMirror outcome(MirrorState state, Optional<String> reason) {
        Instant now = clock.instant();
        return new RunMirror(state, Optional.empty(), Optional.empty(), Optional.of(now), reason);
    }

    private void tellOnce(String reason) {
        if (told.add(reason)) {
            LOG.log(Level.WARNING, "MLflow does not take everything: {0}", reason);
        }
    }
}
