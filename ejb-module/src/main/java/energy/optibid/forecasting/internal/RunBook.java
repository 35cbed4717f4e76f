package energy.optibid.forecasting.internal;

import energy.optibid.forecasting.ArtefactNotFoundException;
import energy.optibid.forecasting.LoggedMetric;
import energy.optibid.forecasting.MirrorState;
import energy.optibid.forecasting.ModelArtefact;
import energy.optibid.forecasting.ModelRun;
import energy.optibid.forecasting.ModelRunEndedException;
import energy.optibid.forecasting.ModelRunFilter;
import energy.optibid.forecasting.ModelRunNotFoundException;
import energy.optibid.forecasting.ModelRunState;
import energy.optibid.forecasting.ModelRunSummary;
import energy.optibid.forecasting.NewModelRun;
import energy.optibid.forecasting.RunMirror;
import energy.optibid.forecasting.RunValues;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The life of runs, in a transaction that was entered for the actor's organisation; each change is to be mirrored. */
public final class RunBook {
    private final Connection connection;
    private final Actor actor;
    private final Instant now;
    private final RunTable runs;
    private final MirrorTable mirrors;

    /** @param now to the millisecond, which is what MLflow keeps */
    public RunBook(Connection connection, Actor actor, Instant now) {
        this.connection = connection;
        this.actor = actor;
        this.now = now;
        this.runs = new RunTable(connection, actor.organisationId());
        this.mirrors = new MirrorTable(connection, actor.organisationId());
    }

    public ModelRunSummary start(NewModelRun wanted) throws SQLException {
        ModelRules.check(wanted);
        ModelRunSummary run = new ModelRunSummary(
                Ids.next(),
                actor.organisationId(),
                wanted.model(),
                wanted.name(),
                ModelRunState.RUNNING,
                actor.userId(),
                now,
                Optional.empty(),
                0,
                new RunMirror(
                        MirrorState.WAITING, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        runs.insert(run);
        mirrors.insert(run.id());
        values(run.id()).addParameters(wanted.parameters());
        return run;
    }

    /** What of it is new: parameters that the run has already are left out. */
    public RunValues log(UUID runId, RunValues wanted) throws SQLException {
        ModelRunSummary run = running(runId);
        ValueTables values = values(runId);
        Map<String, String> known = values.parameters();
        ModelRules.check(wanted, known, run.metricCount());
        Map<String, String> fresh = wanted.parameters().entrySet().stream()
                .filter(each -> !known.containsKey(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        values.addParameters(fresh);
        values.addMetrics(wanted.metrics(), run.metricCount());
        runs.countMetrics(runId, run.metricCount() + wanted.metrics().size());
        mirrors.changed(runId);
        return new RunValues(fresh, wanted.metrics());
    }

    public ModelArtefact put(UUID runId, String path, String mediaType, byte[] content) throws SQLException {
        running(runId);
        ArtefactTable artefacts = artefacts(runId);
        long others = artefacts.list().stream()
                .filter(each -> !each.path().equals(path))
                .count();
        ModelRules.check(path, mediaType, Math.toIntExact(others));
        ModelArtefact artefact = new ModelArtefact(path, mediaType, content.length, sha256(content), now);
        artefacts.put(artefact, content);
        mirrors.changed(runId);
        return artefact;
    }

    /** Ends a run; {@code state} is another than running. */
    public ModelRunSummary end(UUID runId, ModelRunState state) throws SQLException {
        running(runId);
        runs.end(runId, state, now);
        mirrors.changed(runId);
        return runs.find(runId).orElseThrow();
    }

    /** Has it uploaded again. */
    public ModelRunSummary mirrorAgain(UUID runId) throws SQLException {
        found(runId);
        mirrors.changed(runId);
        return found(runId);
    }

    public ModelRun read(UUID runId) throws SQLException {
        ModelRunSummary run = found(runId);
        ValueTables values = values(runId);
        return new ModelRun(
                run, values.parameters(), values.lastMetrics(), artefacts(runId).list());
    }

    public List<ModelRunSummary> list(ModelRunFilter filter, int limit, Optional<UUID> after) throws SQLException {
        return runs.list(filter, limit, after);
    }

    /** @param after only those at a later place */
    public List<LoggedMetric> metrics(UUID runId, Optional<String> name, int limit, int after) throws SQLException {
        found(runId);
        return values(runId).metrics(name, limit, after);
    }

    public ModelArtefact artefact(UUID runId, String path) throws SQLException {
        found(runId);
        return artefacts(runId).find(path).orElseThrow(() -> new ArtefactNotFoundException(runId, path));
    }

    public byte[] content(UUID runId, ModelArtefact artefact) throws SQLException {
        return artefacts(runId)
                .content(artefact)
                .orElseThrow(() -> new ArtefactNotFoundException(runId, artefact.path()));
    }

    private ModelRunSummary found(UUID runId) throws SQLException {
        return runs.find(runId).orElseThrow(() -> new ModelRunNotFoundException(runId));
    }

    private ModelRunSummary running(UUID runId) throws SQLException {
        ModelRunSummary run = runs.locked(runId).orElseThrow(() -> new ModelRunNotFoundException(runId));
        if (run.state() != ModelRunState.RUNNING) {
            throw new ModelRunEndedException(runId, run.state());
        }
        return run;
    }

    private ValueTables values(UUID runId) {
        return new ValueTables(connection, actor.organisationId(), runId);
    }

    private ArtefactTable artefacts(UUID runId) {
        return new ArtefactTable(connection, actor.organisationId(), runId);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no SHA-256", e);
        }
    }
}
