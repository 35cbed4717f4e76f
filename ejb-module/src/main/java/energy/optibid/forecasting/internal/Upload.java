package energy.optibid.forecasting.internal;

import energy.optibid.forecasting.ModelArtefact;
import energy.optibid.forecasting.RunMirror;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One run on its way to the mirror: taken from the other nodes for a while, and given back. */
final class Upload implements UploadProgress {
    /** Longer than a call may take: a node that died in between leaves the run to another. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final MirrorTransactions transactions;
    private final DueRun due;
    private final Clock clock;

    Upload(MirrorTransactions transactions, DueRun due, Clock clock) {
        this.transactions = transactions;
        this.due = due;
        this.clock = clock;
    }

    private interface Note {
        void on(MirrorTable table) throws SQLException;
    }

    /** Absent where another node has it, or there is nothing to upload any more. */
    Optional<RunToMirror> take() {
        Instant now = clock.instant();
        return transactions.in(due.organisationId(), connection -> {
            MirrorTable mirrors = new MirrorTable(connection, due.organisationId());
            return mirrors.take(due.runId(), now, now.plus(LEASE))
                    ? Optional.of(read(connection, mirrors))
                    : Optional.empty();
        });
    }

    /** The revision is read first: what changes while the rest is read is uploaded once more. */
    private RunToMirror read(Connection connection, MirrorTable mirrors) throws SQLException {
        UUID runId = due.runId();
        UUID organisation = due.organisationId();
        MirrorTable.Uploaded uploaded = mirrors.uploaded(runId);
        ValueTables values = new ValueTables(connection, organisation, runId);
        return new RunToMirror(
                new RunTable(connection, organisation).find(runId).orElseThrow(),
                uploaded.revision(),
                uploaded.mlflowRunId(),
                values.parameters(),
                values.metrics(Optional.empty(), ModelRules.MOST_METRICS, uploaded.metricsSent()),
                new ArtefactTable(connection, organisation, runId).toMirror(),
                new VersionTable(connection, organisation).ofRun(runId));
    }

    void settle(RunToMirror run, RunMirror outcome) {
        note(mirrors -> mirrors.settle(due.runId(), run.revision(), outcome));
    }

    void forget() {
        note(mirrors -> mirrors.forget(due.runId()));
    }

    void release() {
        note(mirrors -> mirrors.release(due.runId()));
    }

    @Override
    public void created(String mirroredRunId) {
        keep(mirrors -> mirrors.created(due.runId(), mirroredRunId));
    }

    @Override
    public void sent(int upToPlace) {
        keep(mirrors -> mirrors.metricsSent(due.runId(), upToPlace));
    }

    @Override
    public void registered(String mirroredVersion) {
        keep(mirrors -> mirrors.registered(due.runId(), mirroredVersion));
    }

    @Override
    public Optional<byte[]> content(ModelArtefact artefact) {
        return transactions.in(
                due.organisationId(), connection -> artefacts(connection).content(artefact));
    }

    @Override
    public void sent(ModelArtefact artefact) {
        transactions.in(due.organisationId(), connection -> {
            artefacts(connection).mirrored(artefact);
            new MirrorTable(connection, due.organisationId())
                    .keep(due.runId(), clock.instant().plus(LEASE));
            return true;
        });
    }

    private ArtefactTable artefacts(Connection connection) {
        return new ArtefactTable(connection, due.organisationId(), due.runId());
    }

    private void keep(Note note) {
        note(mirrors -> {
            note.on(mirrors);
            mirrors.keep(due.runId(), clock.instant().plus(LEASE));
        });
    }

    private void note(Note note) {
        transactions.in(due.organisationId(), connection -> {
            note.on(new MirrorTable(connection, due.organisationId()));
            return true;
        });
    }
}
