package energy.optibid.forecasting.internal;

import energy.optibid.forecasting.ModelStage;
import energy.optibid.forecasting.ModelVersion;
import energy.optibid.forecasting.RegisteredModel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables {@code registered_models} and {@code model_versions}. */
final class VersionTable {
    private static final String VERSION = "select v.id, n.name as model, v.number, v.run_id, v.description, v.stage,"
            + " v.version, v.created_at, " + MirrorTable.COLUMNS + " from model_versions v"
            + " join registered_models n on n.organisation_id = v.organisation_id and n.id = v.model_id"
            + " join model_run_mirrors m on m.organisation_id = v.organisation_id and m.run_id = v.run_id"
            + " where v.organisation_id = ?";
    private static final String MODEL = "select n.id, n.name, n.created_at, max(v.number) as latest,"
            + " max(v.number) filter (where v.stage = 'production') as production from registered_models n"
            + " join model_versions v on v.organisation_id = n.organisation_id and v.model_id = n.id"
            + " where n.organisation_id = ?";

    private final Connection connection;
    private final UUID organisationId;

    VersionTable(Connection connection, UUID organisationId) {
        this.connection = connection;
        this.organisationId = organisationId;
    }

    /** The model of that name, made where it is not there; only this transaction adds to it or changes its versions. */
    UUID lockedModel(String name, UUID newId, Instant now) throws SQLException {
        Statements.update(
                connection,
                "insert into registered_models (id, organisation_id, name, created_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                newId,
                organisationId,
                name,
                now);
        return lockedModel(name).orElseThrow();
    }

    Optional<UUID> lockedModel(String name) throws SQLException {
        return Statements.one(
                connection,
                "select id from registered_models where organisation_id = ? and name = ? for update",
                row -> row.getObject(1, UUID.class),
                organisationId,
                name);
    }

    int nextNumber(UUID modelId) throws SQLException {
        return Statements.one(
                        connection,
                        "select coalesce(max(number), 0) + 1 from model_versions where organisation_id = ? and model_id = ?",
                        row -> row.getInt(1),
                        organisationId,
                        modelId)
                .orElseThrow();
    }

    void insert(ModelVersion version, UUID modelId) throws SQLException {
        Statements.update(
                connection,
                "insert into model_versions (id, organisation_id, model_id, number, run_id, description, stage, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                version.id(),
                organisationId,
                modelId,
                version.number(),
                version.runId(),
                version.description(),
                version.stage(),
                version.createdAt());
    }

    void stage(UUID versionId, ModelStage stage) throws SQLException {
        Statements.update(
                connection,
                "update model_versions set stage = ?, version = version + 1 where organisation_id = ? and id = ?",
                stage,
                organisationId,
                versionId);
    }

    Optional<ModelVersion> find(String model, int number) throws SQLException {
        return Statements.one(
                connection,
                VERSION + " and n.name = ? and v.number = ?",
                VersionTable::version,
                organisationId,
                model,
                number);
    }

    Optional<ModelVersion> ofRun(UUID runId) throws SQLException {
        return Statements.one(connection, VERSION + " and v.run_id = ?", VersionTable::version, organisationId, runId);
    }

    Optional<ModelVersion> inProduction(String model) throws SQLException {
        return Statements.one(
                connection,
                VERSION + " and n.name = ? and v.stage = 'production'",
                VersionTable::version,
                organisationId,
                model);
    }

    /** Newest first. */
    List<ModelVersion> list(String model, int limit, int before) throws SQLException {
        return Statements.list(
                connection,
                VERSION + " and n.name = ? and v.number < ? order by v.number desc limit ?",
                VersionTable::version,
                organisationId,
                model,
                before,
                limit);
    }

    /** By name. */
    List<RegisteredModel> models(int limit, String after) throws SQLException {
        return Statements.list(
                connection,
                MODEL + " and n.name > ? group by n.id, n.name, n.created_at order by n.name limit ?",
                VersionTable::model,
                organisationId,
                after,
                limit);
    }

    private static RegisteredModel model(ResultSet row) throws SQLException {
        return new RegisteredModel(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Statements.instant(row, "created_at"),
                row.getInt("latest"),
                Optional.ofNullable(row.getObject("production", Integer.class)));
    }

    private static ModelVersion version(ResultSet row) throws SQLException {
        return new ModelVersion(
                row.getObject("id", UUID.class),
                row.getString("model"),
                row.getInt("number"),
                row.getObject("run_id", UUID.class),
                Statements.optionalText(row, "description"),
                Statements.constant(row, "stage", ModelStage.class),
                row.getInt("version"),
                Statements.instant(row, "created_at"),
                MirrorTable.mirror(row));
    }
}
