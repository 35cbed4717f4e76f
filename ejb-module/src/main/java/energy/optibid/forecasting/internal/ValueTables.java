package energy.optibid.forecasting.internal;

import energy.optibid.forecasting.LoggedMetric;
import energy.optibid.forecasting.RunMetric;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The tables {@code model_run_parameters} and {@code model_run_metrics} of one run. */
final class ValueTables {
    private static final String METRIC = "select ordinal, name, value, step, measured_at from model_run_metrics"
            + " where organisation_id = ? and run_id = ?";

    private final Connection connection;
    private final UUID organisationId;
    private final UUID runId;

    ValueTables(Connection connection, UUID organisationId, UUID runId) {
        this.connection = connection;
        this.organisationId = organisationId;
        this.runId = runId;
    }

    Map<String, String> parameters() throws SQLException {
        Map<String, String> parameters = new TreeMap<>();
        Statements.list(
                        connection,
                        "select name, value from model_run_parameters where organisation_id = ? and run_id = ?",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        organisationId,
                        runId)
                .forEach(each -> parameters.put(each.getKey(), each.getValue()));
        return parameters;
    }

    void addParameters(Map<String, String> parameters) throws SQLException {
        String sql = "insert into model_run_parameters (run_id, organisation_id, name, value) values (?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Map.Entry<String, String> each : parameters.entrySet()) {
                Statements.fill(insert, runId, organisationId, each.getKey(), each.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** @param after how many the run has already */
    void addMetrics(List<RunMetric> metrics, int after) throws SQLException {
        String sql = "insert into model_run_metrics (run_id, organisation_id, ordinal, name, value, step, measured_at)"
                + " values (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int ordinal = after;
            for (RunMetric metric : metrics) {
                ordinal++;
                Statements.fill(
                        insert,
                        runId,
                        organisationId,
                        ordinal,
                        metric.name(),
                        metric.value(),
                        metric.step(),
                        metric.measuredAt());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The last measurement of each name, by name. */
    List<RunMetric> lastMetrics() throws SQLException {
        return Statements.list(
                connection,
                "select distinct on (name) name, value, step, measured_at from model_run_metrics"
                        + " where organisation_id = ? and run_id = ? order by name, step desc, ordinal desc",
                ValueTables::metric,
                organisationId,
                runId);
    }

    /** In the order in which they were told. */
    List<LoggedMetric> metrics(Optional<String> name, int limit, int after) throws SQLException {
        String rest = " and ordinal > ? order by ordinal limit ?";
        Statements.Row<LoggedMetric> placed = row -> new LoggedMetric(row.getInt("ordinal"), metric(row));
        return name.isPresent()
                ? Statements.list(
                        connection,
                        METRIC + " and name = ?" + rest,
                        placed,
                        organisationId,
                        runId,
                        name.get(),
                        after,
                        limit)
                : Statements.list(connection, METRIC + rest, placed, organisationId, runId, after, limit);
    }

    private static RunMetric metric(ResultSet row) throws SQLException {
        return new RunMetric(
                row.getString("name"),
                row.getDouble("value"),
                row.getInt("step"),
                Statements.instant(row, "measured_at"));
    }
}
