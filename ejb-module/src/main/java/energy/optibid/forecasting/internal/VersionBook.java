package energy.optibid.forecasting.internal;

import energy.optibid.forecasting.ModelNotFoundException;
import energy.optibid.forecasting.ModelRunNotFoundException;
import energy.optibid.forecasting.ModelRunNotRegistrableException;
import energy.optibid.forecasting.ModelRunState;
import energy.optibid.forecasting.ModelRunSummary;
import energy.optibid.forecasting.ModelStage;
import energy.optibid.forecasting.ModelVersion;
import energy.optibid.forecasting.RegisteredModel;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The versions of models, in a transaction that was entered for the actor's organisation; each change is to be mirrored. */
public final class VersionBook {
    private final Instant now;
    private final RunTable runs;
    private final VersionTable versions;
    private final MirrorTable mirrors;

    public VersionBook(Connection connection, Actor actor, Instant now) {
        this.now = now;
        this.runs = new RunTable(connection, actor.organisationId());
        this.versions = new VersionTable(connection, actor.organisationId());
        this.mirrors = new MirrorTable(connection, actor.organisationId());
    }

    /** A version before and after a change. */
    public record Change(ModelVersion before, ModelVersion now) {}

    /** The run as the next version of its model. */
    public ModelVersion register(UUID runId, Optional<String> description) throws SQLException {
        ModelRules.checkDescription(description);
        ModelRunSummary run = runs.locked(runId).orElseThrow(() -> new ModelRunNotFoundException(runId));
        if (run.state() != ModelRunState.FINISHED) {
            throw new ModelRunNotRegistrableException(runId, run.state());
        }
        Optional<ModelVersion> known = versions.ofRun(runId);
        if (known.isPresent()) {
            throw new ModelRunNotRegistrableException(runId, known.get().number());
        }
        UUID modelId = versions.lockedModel(run.model(), Ids.next(), now);
        int number = versions.nextNumber(modelId);
        ModelVersion version = new ModelVersion(
                Ids.next(), run.model(), number, runId, description, ModelStage.NONE, 0, now, run.mirror());
        versions.insert(version, modelId);
        mirrors.changed(runId);
        return read(run.model(), number);
    }

    /** A version whose model only this transaction changes. */
    public ModelVersion locked(String model, int number) throws SQLException {
        if (versions.lockedModel(model).isEmpty()) {
            throw new ModelNotFoundException(model);
        }
        return read(model, number);
    }

    /**
     * Puts a version that is locked into another stage.
     *
     * @return the changes: that of the version, and where it comes into production, first that of the version that was there,
     *     which is archived
     */
    public List<Change> stage(ModelVersion locked, ModelStage stage) throws SQLException {
        List<Change> changes = new ArrayList<>();
        if (locked.stage() == stage) {
            return changes;
        }
        Optional<ModelVersion> replaced =
                stage == ModelStage.PRODUCTION ? versions.inProduction(locked.model()) : Optional.empty();
        if (replaced.isPresent()) {
            changes.add(change(replaced.get(), ModelStage.ARCHIVED));
        }
        changes.add(change(locked, stage));
        return changes;
    }

    private Change change(ModelVersion version, ModelStage stage) throws SQLException {
        versions.stage(version.id(), stage);
        mirrors.changed(version.runId());
        return new Change(version, read(version.model(), version.number()));
    }

    public ModelVersion read(String model, int number) throws SQLException {
        return versions.find(model, number).orElseThrow(() -> new ModelNotFoundException(model, number));
    }

    /**
     * Newest first.
     *
     * @param before only those with a smaller number
     * @throws ModelNotFoundException where there is no such model
     */
    public List<ModelVersion> list(String model, int limit, int before) throws SQLException {
        if (versions.list(model, 1, Integer.MAX_VALUE).isEmpty()) {
            throw new ModelNotFoundException(model);
        }
        return versions.list(model, limit, before);
    }

    /** @param after only those with a later name */
    public List<RegisteredModel> models(int limit, String after) throws SQLException {
        return versions.models(limit, after);
    }
}
