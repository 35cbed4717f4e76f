package energy.optibid.forecasting.internal;

import energy.optibid.platform.Actor;
import energy.optibid.streaming.internal.StreamPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/** The registry's tables, used as the application does: each work in a transaction of an organisation that commits. */
public final class RegistryPostgres implements MirrorTransactions {
    private final StreamPostgres postgres = StreamPostgres.shared();

    /** Work on the runs of an organisation. */
    public interface OnRuns<T> {
        T of(RunBook runs) throws SQLException;
    }

    /** Work on the versions of an organisation. */
    public interface OnVersions<T> {
        T of(VersionBook versions) throws SQLException;
    }

    @Override
    public <T> T in(UUID organisationId, RegistryDatabase.Work<T> work) {
        try (Connection connection = postgres.application(organisationId)) {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public <T> T runs(UUID organisation, OnRuns<T> work) {
        return in(organisation, connection -> work.of(new RunBook(connection, actor(organisation), now())));
    }

    public <T> T versions(UUID organisation, OnVersions<T> work) {
        return in(organisation, connection -> work.of(new VersionBook(connection, actor(organisation), now())));
    }

    public UUID newOrganisation() throws SQLException {
        return postgres.newOrganisation();
    }

    /** Without runs and versions. */
    public void empty() throws SQLException {
        postgres.execute("truncate model_runs, registered_models cascade");
    }

    public void execute(String sql) throws SQLException {
        postgres.execute(sql);
    }

    public static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Actor actor(UUID organisation) {
        return new Actor(UUID.randomUUID(), organisation, Set.of("analyst"));
    }
}
