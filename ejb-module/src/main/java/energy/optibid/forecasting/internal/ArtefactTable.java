package energy.optibid.forecasting.internal;

import energy.optibid.forecasting.ModelArtefact;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code model_artefacts} of one run. */
final class ArtefactTable {
    private static final String FACTS = "select path, media_type, size_bytes, sha256, stored_at from model_artefacts"
            + " where organisation_id = ? and run_id = ?";

    private final Connection connection;
    private final UUID organisationId;
    private final UUID runId;

    ArtefactTable(Connection connection, UUID organisationId, UUID runId) {
        this.connection = connection;
        this.organisationId = organisationId;
        this.runId = runId;
    }

    /** Puts an artefact in place of the one at its path. */
    void put(ModelArtefact artefact, byte[] content) throws SQLException {
        Statements.update(
                connection,
                "insert into model_artefacts (run_id, organisation_id, path, media_type, size_bytes, sha256, content,"
                        + " stored_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (organisation_id, run_id, path) do update"
                        + " set media_type = excluded.media_type, size_bytes = excluded.size_bytes, sha256 = excluded.sha256,"
                        + " content = excluded.content, stored_at = excluded.stored_at, mirrored = false",
                runId,
                organisationId,
                artefact.path(),
                artefact.mediaType(),
                artefact.sizeBytes(),
                artefact.sha256(),
                content,
                artefact.storedAt());
    }

    /** By path. */
    List<ModelArtefact> list() throws SQLException {
        return Statements.list(connection, FACTS + " order by path", ArtefactTable::artefact, organisationId, runId);
    }

    /** Those that MLflow does not have, by path. */
    List<ModelArtefact> toMirror() throws SQLException {
        return Statements.list(
                connection, FACTS + " and not mirrored order by path", ArtefactTable::artefact, organisationId, runId);
    }

    Optional<ModelArtefact> find(String path) throws SQLException {
        return Statements.one(
                connection, FACTS + " and path = ?", ArtefactTable::artefact, organisationId, runId, path);
    }

    /** The bytes, where they are still those. */
    Optional<byte[]> content(ModelArtefact artefact) throws SQLException {
        return Statements.one(
                connection,
                "select content from model_artefacts where organisation_id = ? and run_id = ? and path = ?"
                        + " and sha256 = ?",
                row -> row.getBytes(1),
                organisationId,
                runId,
                artefact.path(),
                artefact.sha256());
    }

    /** MLflow has it, unless it was replaced meanwhile. */
    void mirrored(ModelArtefact artefact) throws SQLException {
        Statements.update(
                connection,
                "update model_artefacts set mirrored = true where organisation_id = ? and run_id = ? and path = ?"
                        + " and sha256 = ?",
                organisationId,
                runId,
                artefact.path(),
                artefact.sha256());
    }

    private static ModelArtefact artefact(ResultSet row) throws SQLException {
        return new ModelArtefact(
                row.getString("path"),
                row.getString("media_type"),
                row.getInt("size_bytes"),
                row.getString("sha256"),
                Statements.instant(row, "stored_at"));
    }
}
