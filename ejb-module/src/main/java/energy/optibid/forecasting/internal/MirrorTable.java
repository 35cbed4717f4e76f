package energy.optibid.forecasting.internal;

import energy.optibid.forecasting.MirrorState;
import energy.optibid.forecasting.RunMirror;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code model_run_mirrors}: how far MLflow has what is known of each run. */
final class MirrorTable {
    /** What {@link #mirror} reads, of the table as {@code m}. */
    static final String COLUMNS = "m.mlflow_run_id, m.mlflow_version, m.settled_at, m.reason as mirror_reason,"
            + " case when m.settled_revision < m.revision then 'waiting' else m.state end as mirror_state";

    private static final int MAX_REASON = 500;
    private static final String OF_RUN = " where organisation_id = ? and run_id = ?";

    private final Connection connection;
    private final UUID organisationId;

    MirrorTable(Connection connection, UUID organisationId) {
        this.connection = connection;
        this.organisationId = organisationId;
    }

    /** Runs of any organisation that are to be uploaded now, those first that were not tried for longest. */
    static List<DueRun> due(Connection connection, Instant now, int most) throws SQLException {
        return Statements.list(
                connection,
                "select run_id, organisation_id from optibid_runs_to_mirror(?, ?)",
                row -> new DueRun(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                now,
                most);
    }

    static RunMirror mirror(ResultSet row) throws SQLException {
        return new RunMirror(
                Statements.constant(row, "mirror_state", MirrorState.class),
                Statements.optionalText(row, "mlflow_run_id"),
                Statements.optionalText(row, "mlflow_version"),
                Statements.optionalInstant(row, "settled_at"),
                Statements.optionalText(row, "mirror_reason"));
    }

    void insert(UUID runId) throws SQLException {
        Statements.update(
                connection,
                "insert into model_run_mirrors (run_id, organisation_id) values (?, ?)",
                runId,
                organisationId);
    }

    /** Something of the run has changed; also called to have it uploaded again. */
    void changed(UUID runId) throws SQLException {
        update("revision = revision + 1", runId);
    }

    /** Takes a run until then, unless somebody else has it; whether it is there to be uploaded. */
    boolean take(UUID runId, Instant now, Instant until) throws SQLException {
        return Statements.update(
                        connection,
                        "update model_run_mirrors set taken_until = ?, attempted_at = ?" + OF_RUN
                                + " and settled_revision < revision and (taken_until is null or taken_until <= ?)",
                        until,
                        now,
                        organisationId,
                        runId,
                        now)
                == 1;
    }

    /** Keeps what was taken. */
    void keep(UUID runId, Instant until) throws SQLException {
        update("taken_until = ?", runId, until);
    }

    void release(UUID runId) throws SQLException {
        update("taken_until = null", runId);
    }

    Uploaded uploaded(UUID runId) throws SQLException {
        return Statements.one(
                        connection,
                        "select revision, mlflow_run_id, metrics_sent from model_run_mirrors" + OF_RUN,
                        row -> new Uploaded(
                                row.getInt("revision"),
                                Statements.optionalText(row, "mlflow_run_id"),
                                row.getInt("metrics_sent")),
                        organisationId,
                        runId)
                .orElseThrow();
    }

    void created(UUID runId, String mlflowRunId) throws SQLException {
        update("mlflow_run_id = ?", runId, mlflowRunId);
    }

    void metricsSent(UUID runId, int upTo) throws SQLException {
        update("metrics_sent = ?", runId, upTo);
    }

    void registered(UUID runId, String mlflowVersion) throws SQLException {
        update("mlflow_version = ?", runId, mlflowVersion);
    }

    /** MLflow does not have it any more: it is uploaded anew. */
    void forget(UUID runId) throws SQLException {
        update("mlflow_run_id = null, mlflow_version = null, metrics_sent = 0, taken_until = null", runId);
        Statements.update(connection, "update model_artefacts set mirrored = false" + OF_RUN, organisationId, runId);
    }

    /** MLflow has taken or refused what the run was at a revision. */
    void settle(UUID runId, int revision, RunMirror outcome) throws SQLException {
        update(
                "settled_revision = greatest(settled_revision, ?), state = ?, reason = ?, settled_at = ?,"
                        + " taken_until = null",
                runId,
                revision,
                outcome.state(),
                outcome.reason().map(MirrorTable::shortened),
                outcome.settledAt());
    }

    private static String shortened(String reason) {
        return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
    }

    private void update(String what, UUID runId, Object... values) throws SQLException {
        Object[] all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = organisationId;
        all[values.length + 1] = runId;
        Statements.update(connection, "update model_run_mirrors set " + what + OF_RUN, all);
    }

    /** What MLflow has of a run already. */
    record Uploaded(int revision, Optional<String> mlflowRunId, int metricsSent) {}
}
