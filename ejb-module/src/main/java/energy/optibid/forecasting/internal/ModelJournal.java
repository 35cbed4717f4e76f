package energy.optibid.forecasting.internal;

import energy.optibid.forecasting.ModelArtefact;
import energy.optibid.forecasting.ModelRunSummary;
import energy.optibid.forecasting.ModelVersion;
import energy.optibid.forecasting.RunValues;
import energy.optibid.identity.AuditTrail;
import energy.optibid.identity.ChangeHistory;
import energy.optibid.platform.Actor;
import energy.optibid.streaming.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.Optional;
import java.util.UUID;

/** Tells the audit trail of each change of runs and versions, and the outbox of those of versions, in its transaction. */
@ApplicationScoped
public class ModelJournal {
    private static final String RUN = "model-run";
    private static final String VERSION = "model-version";

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    ChangeHistory history;

    public void started(Actor actor, ModelRunSummary run) {
        run(actor, "model-run.start", run.id(), ModelJson.of(run));
    }

    public void logged(Actor actor, UUID runId, RunValues values) {
        String json = Json.createObjectBuilder()
                .add("parameters", values.parameters().size())
                .add("metrics", values.metrics().size())
                .build()
                .toString();
        run(actor, "model-run.log", runId, json);
    }

    public void stored(Actor actor, UUID runId, ModelArtefact artefact) {
        String json = Json.createObjectBuilder()
                .add("path", artefact.path())
                .add("sizeBytes", artefact.sizeBytes())
                .add("sha256", artefact.sha256())
                .build()
                .toString();
        run(actor, "model-run.store", runId, json);
    }

    public void ended(Actor actor, ModelRunSummary run) {
        run(actor, "model-run.end", run.id(), ModelJson.of(run));
    }

    public void mirroredAgain(Actor actor, ModelRunSummary run) {
        run(actor, "model-run.mirror", run.id(), ModelJson.of(run));
    }

    public void registered(Actor actor, ModelVersion version) {
        String json = ModelJson.of(version);
        audit.record(
                actor, "model-version.register", VERSION, version.id().toString(), Optional.empty(), Optional.of(json));
        event(actor, "ModelVersionRegistered", version, json);
    }

    public void staged(Actor actor, ModelVersion before, ModelVersion now) {
        String json = ModelJson.of(now);
        audit.record(
                actor,
                "model-version.stage",
                VERSION,
                now.id().toString(),
                Optional.of(ModelJson.of(before)),
                Optional.of(json));
        event(actor, "ModelVersionStaged", now, json);
    }

    /** @throws energy.optibid.platform.StaleVersionException where it has another version than the actor has seen */
    public void requireSeen(Actor actor, ModelVersion current, int seen) {
        history.requireSeen(actor, VERSION, current.id(), seen, current.version(), ModelJson.of(current));
    }

    private void run(Actor actor, String action, UUID runId, String json) {
        audit.record(actor, action, RUN, runId.toString(), Optional.empty(), Optional.of(json));
    }

    private void event(Actor actor, String type, ModelVersion version, String json) {
        outbox.append(
                Optional.of(actor.organisationId()), type, VERSION, version.id().toString(), json);
    }
}
