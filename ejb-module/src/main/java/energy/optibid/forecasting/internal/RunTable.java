package energy.optibid.forecasting.internal;

import energy.optibid.forecasting.ModelRunFilter;
import energy.optibid.forecasting.ModelRunState;
import energy.optibid.forecasting.ModelRunSummary;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code model_runs}, of the organisation that the transaction was entered for. */
final class RunTable {
    private static final String SELECT = "select r.id, r.organisation_id, r.model_name, r.name, r.state, r.started_by,"
            + " r.started_at, r.ended_at, r.metric_count, " + MirrorTable.COLUMNS
            + " from model_runs r join model_run_mirrors m on m.organisation_id = r.organisation_id and m.run_id = r.id";

    private final Connection connection;
    private final UUID organisationId;

    RunTable(Connection connection, UUID organisationId) {
        this.connection = connection;
        this.organisationId = organisationId;
    }

    void insert(ModelRunSummary run) throws SQLException {
        Statements.update(
                connection,
                "insert into model_runs (id, organisation_id, model_name, name, state, started_by, started_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                run.id(),
                organisationId,
                run.model(),
                run.name(),
                run.state(),
                run.startedBy(),
                run.startedAt());
    }

    Optional<ModelRunSummary> find(UUID runId) throws SQLException {
        return Statements.one(
                connection, SELECT + " where r.organisation_id = ? and r.id = ?", RunTable::run, organisationId, runId);
    }

    /** A run that only this transaction changes; its mirror is not locked. */
    Optional<ModelRunSummary> locked(UUID runId) throws SQLException {
        return Statements.one(
                connection,
                // Not for update: whoever touches a row of the run's, as the mirror does, would wait for it, and it for
                // him.
                SELECT + " where r.organisation_id = ? and r.id = ? for no key update of r",
                RunTable::run,
                organisationId,
                runId);
    }

    /** Newest first. */
    List<ModelRunSummary> list(ModelRunFilter filter, int limit, Optional<UUID> after) throws SQLException {
        StringBuilder sql = new StringBuilder(SELECT).append(" where r.organisation_id = ?");
        List<Object> values = new ArrayList<>(List.of(organisationId));
        filter.model().ifPresent(model -> {
            sql.append(" and r.model_name = ?");
            values.add(model);
        });
        filter.state().ifPresent(state -> {
            sql.append(" and r.state = ?");
            values.add(state);
        });
        after.ifPresent(id -> {
            sql.append(" and r.id < ?");
            values.add(id);
        });
        sql.append(" order by r.id desc limit ?");
        values.add(limit);
        return Statements.list(connection, sql.toString(), RunTable::run, values.toArray());
    }

    void end(UUID runId, ModelRunState state, Instant at) throws SQLException {
        Statements.update(
                connection,
                "update model_runs set state = ?, ended_at = ? where organisation_id = ? and id = ?",
                state,
                at,
                organisationId,
                runId);
    }

    void countMetrics(UUID runId, int count) throws SQLException {
        Statements.update(
                connection,
                "update model_runs set metric_count = ? where organisation_id = ? and id = ?",
                count,
                organisationId,
                runId);
    }

    private static ModelRunSummary run(ResultSet row) throws SQLException {
        return new ModelRunSummary(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("model_name"),
                Statements.optionalText(row, "name"),
                Statements.constant(row, "state", ModelRunState.class),
                row.getObject("started_by", UUID.class),
                Statements.instant(row, "started_at"),
                Statements.optionalInstant(row, "ended_at"),
                row.getInt("metric_count"),
                MirrorTable.mirror(row));
    }
}
