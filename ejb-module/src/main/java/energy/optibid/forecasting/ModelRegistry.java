package energy.optibid.forecasting;

import energy.optibid.forecasting.internal.ModelJournal;
import energy.optibid.forecasting.internal.OptionalMirror;
import energy.optibid.forecasting.internal.RegistryDatabase;
import energy.optibid.forecasting.internal.RunBook;
import energy.optibid.forecasting.internal.VersionBook;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The models of an organisation: trainings with their parameters, measurements and files, and the versions that came of
 * them. Everything is in PostgreSQL, whether MLflow is on or off; where it is on, it is uploaded later, and no call waits
 * for it. What belongs to another organisation is not there for the actor. Each change has its audit entry in its
 * transaction, those of versions their event too.
 *
 * <p>Methods that take a run's id throw {@link ModelRunNotFoundException} where there is none, those that add to it
 * {@link ModelRunEndedException} where it has ended, and {@link ModelRefusedException} with every rule that is broken.
 */
@Stateless
@OrganisationBound
public class ModelRegistry {

    @Inject
    RegistryDatabase database;

    @Inject
    ModelJournal journal;

    @Inject
    OptionalMirror mirror;

    @Inject
    Clock clock;

    /** Begins a training. */
    public ModelRun startRun(Actor actor, NewModelRun wanted) {
        ModelRunSummary run =
                database.with(connection -> runs(connection, actor).start(wanted));
        journal.started(actor, run);
        return run(actor, run.id());
    }

    public ModelRun run(Actor actor, UUID runId) {
        ModelRun run = database.with(connection -> runs(connection, actor).read(runId));
        return new ModelRun(shownRun(run.summary()), run.parameters(), run.metrics(), run.artefacts());
    }

    /**
     * The runs of the actor's organisation, newest first.
     *
     * @param limit at most so many
     * @param after only those before this one; absent for the newest
     */
    public List<ModelRunSummary> runs(Actor actor, ModelRunFilter filter, int limit, Optional<UUID> after) {
        return database.with(connection -> runs(connection, actor).list(filter, limit, after)).stream()
                .map(this::shownRun)
                .toList();
    }

    /** Adds parameters and measurements; a parameter that the run has with the same value changes nothing. */
    public ModelRunSummary log(Actor actor, UUID runId, RunValues values) {
        journal.logged(
                actor,
                runId,
                database.with(connection -> runs(connection, actor).log(runId, values)));
        return run(actor, runId).summary();
    }

    /**
     * The measurements of a run, in the order in which they were told.
     *
     * @param name only those of this name; absent for all
     * @param after only those at a later place; 0 for the first
     */
    public List<LoggedMetric> metrics(Actor actor, UUID runId, Optional<String> name, int limit, int after) {
        return database.with(connection -> runs(connection, actor).metrics(runId, name, limit, after));
    }

    /** Stores a file, in place of the one that was at its path. */
    public ModelArtefact store(Actor actor, UUID runId, String path, String mediaType, byte[] content) {
        ModelArtefact artefact =
                database.with(connection -> runs(connection, actor).put(runId, path, mediaType, content));
        journal.stored(actor, runId, artefact);
        return artefact;
    }

    /** @throws ArtefactNotFoundException where the run has none at the path */
    public ModelArtefact artefact(Actor actor, UUID runId, String path) {
        return database.with(connection -> runs(connection, actor).artefact(runId, path));
    }

    /**
     * The bytes of an artefact.
     *
     * @throws ArtefactNotFoundException where the run has it no more
     */
    public byte[] content(Actor actor, UUID runId, ModelArtefact artefact) {
        return database.with(connection -> runs(connection, actor).content(runId, artefact));
    }

    /** Ends a training; from then on nothing of it changes. */
    public ModelRun endRun(Actor actor, UUID runId, boolean failed) {
        ModelRunState state = failed ? ModelRunState.FAILED : ModelRunState.FINISHED;
        journal.ended(actor, database.with(connection -> runs(connection, actor).end(runId, state)));
        return run(actor, runId);
    }

    /** Has a run uploaded to MLflow once more, where MLflow refused it or has lost it. */
    public ModelRun mirrorAgain(Actor actor, UUID runId) {
        journal.mirroredAgain(
                actor, database.with(connection -> runs(connection, actor).mirrorAgain(runId)));
        return run(actor, runId);
    }

    /**
     * Registers a finished run as the next version of its model; event {@code ModelVersionRegistered}.
     *
     * @throws ModelRunNotRegistrableException where it is not finished, or registered already
     */
    public ModelVersion register(Actor actor, UUID runId, Optional<String> description) {
        ModelVersion version =
                database.with(connection -> versions(connection, actor).register(runId, description));
        journal.registered(actor, version);
        return shownVersion(version);
    }

    /**
     * The models of the actor's organisation that have versions, by name.
     *
     * @param after only those with a later name; empty for the first
     */
    public List<RegisteredModel> models(Actor actor, int limit, String after) {
        return database.with(connection -> versions(connection, actor).models(limit, after));
    }

    /**
     * The versions of a model, newest first.
     *
     * @param before only those with a smaller number
     * @throws ModelNotFoundException where there is no such model
     */
    public List<ModelVersion> versions(Actor actor, String model, int limit, int before) {
        return database.with(connection -> versions(connection, actor).list(model, limit, before)).stream()
                .map(this::shownVersion)
                .toList();
    }

    /** @throws ModelNotFoundException where there is no such model or version */
    public ModelVersion version(Actor actor, String model, int number) {
        return shownVersion(
                database.with(connection -> versions(connection, actor).read(model, number)));
    }

    /**
     * Puts a version into a stage; event {@code ModelVersionStaged}. Another one that was in production is archived when
     * this one comes there, with an event of its own.
     *
     * @param version that the actor has seen
     * @throws ModelNotFoundException where there is no such model or version
     * @throws energy.optibid.platform.StaleVersionException where it has another version, with what changed
     */
    public ModelVersion stage(Actor actor, String model, int number, int version, ModelStage stage) {
        ModelVersion locked =
                database.with(connection -> versions(connection, actor).locked(model, number));
        journal.requireSeen(actor, locked, version);
        database.with(connection -> versions(connection, actor).stage(locked, stage))
                .forEach(change -> journal.staged(actor, change.before(), change.now()));
        return version(actor, model, number);
    }

    private RunBook runs(Connection connection, Actor actor) {
        return new RunBook(connection, actor, now());
    }

    private VersionBook versions(Connection connection, Actor actor) {
        return new VersionBook(connection, actor, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private ModelRunSummary shownRun(ModelRunSummary run) {
        return mirror.isOn() ? run : run.with(run.mirror().off());
    }

    private ModelVersion shownVersion(ModelVersion version) {
        return mirror.isOn() ? version : version.with(version.mirror().off());
    }
}
