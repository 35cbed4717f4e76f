package energy.optibid.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that migrate one database at once. */
class SimultaneousUpdateTest {
    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final String WAITING =
            "select 'waiting' from pg_locks where locktype = 'advisory' and not granted and objsubid = 1";

    @TempDir
    Path folder;

    private TestPostgres postgres;

    @BeforeEach
    void startServer() throws IOException, SQLException {
        postgres = TestPostgres.start();
        postgres.create("optibid");
    }

    @AfterEach
    void stopServer() {
        postgres.close();
    }

    @Test
    void changesetShouldBeAppliedOnceWhenSeveralProcessesStartAtOnce() throws Exception {
        List<Migrating> processes =
                Stream.of("first", "second", "third").map(this::update).toList();

        for (Migrating process : processes) {
            assertThat(process.exitCode()).as(process.output()).isEqualTo(Main.OK);
        }
        List<String> applied = processes.stream()
                .flatMap(process -> process.output().lines())
                .filter(line -> line.startsWith("applied  "))
                .map(line -> line.substring("applied  ".length()))
                .toList();
        assertThat(applied).isNotEmpty().doesNotHaveDuplicates();
        assertThat(postgres.query("optibid", "select id from databasechangelog"))
                .containsExactlyInAnyOrderElementsOf(applied);
        assertThat(postgres.run("optibid", "verify").lines()).last().isEqualTo("Nothing is wrong.");
    }

    @Test
    void nextProcessShouldGoOnWhenTheOneBeforeItWasKilled() throws Exception {
        postgres.migrate("optibid");
        postgres.run("optibid", "rollback", "1");
        try (Connection reader = postgres.connect(TestPostgres.SUPERUSER, "optibid")) {
            reader.setAutoCommit(false);
            try (Statement statement = reader.createStatement()) {
                statement.execute("lock table outbox_events in access share mode");
            }
            Migrating killed = update("killed");
            await("select 'blocked' from pg_locks where relation = 'outbox_events'::regclass and not granted");
            Migrating next = update("next");
            await(WAITING);
            killed.process().destroyForcibly();
            killed.exitCode();
            reader.rollback();

            assertThat(next.exitCode()).as(next.output()).isEqualTo(Main.OK);
        }
        assertThat(postgres.run("optibid", "verify").lines()).last().isEqualTo("Nothing is wrong.");
    }

    private record Migrating(Process process, Path log) {
        int exitCode() throws InterruptedException {
            assertThat(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS))
                    .as("ended: %s", output())
                    .isTrue();
            return process.exitValue();
        }

        String output() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Migrating update(String name) {
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "update")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("OPTIBID_DATABASE_URL", postgres.url("optibid"));
        builder.environment().put("OPTIBID_DATABASE_USER", TestPostgres.OWNER);
        try {
            return new Migrating(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(String condition) throws SQLException {
        Instant deadline = Instant.now().plus(DEADLINE);
        while (postgres.query("optibid", condition).isEmpty()) {
            assertThat(Instant.now()).as("waiting for: %s", condition).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
