package energy.optibid.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.liquibase.TestPostgres.Outcome;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, on a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandTest {
    private TestPostgres postgres;

    @BeforeAll
    void startServer() throws IOException, SQLException {
        postgres = TestPostgres.start();
    }

    @AfterAll
    void stopServer() {
        postgres.close();
    }

    @BeforeEach
    void emptyDatabase() throws SQLException {
        postgres.create("optibid");
    }

    @Test
    void commandShouldMigrateAndRollBackToATag() {
        assertThat(run("status").code()).isEqualTo(Main.NOT_AS_WANTED);
        assertThat(run("update", "--dry-run").text()).contains("create table outbox_events");
        assertThat(run("status").code()).isEqualTo(Main.NOT_AS_WANTED);
        assertThat(run("update", "--tag", "before").code()).isEqualTo(Main.FAILED);
        assertThat(run("update").code()).isEqualTo(Main.OK);
        assertThat(run("rollback", "1").text()).isEqualToIgnoringNewLines("1 changeset rolled back.");
        assertThat(run("update", "--tag", "before").text()).contains("1 changeset applied.");
        assertThat(run("history").text()).contains("[before]");
        assertThat(run("rollback", "before").text()).isEqualToIgnoringNewLines("1 changeset rolled back.");
        assertThat(run("verify").code()).isEqualTo(Main.NOT_AS_WANTED);
        assertThat(run("update").code()).isEqualTo(Main.OK);
        assertThat(run("verify").code()).isEqualTo(Main.OK);
        assertThat(run("status").text()).isEqualToIgnoringNewLines("The schema is up to date.");
    }

    @Test
    void statusShouldSayWhatAPendingChangesetTakesAway() {
        Outcome status = run("status");

        assertThat(status.lines())
                .containsSequence(
                        "pending  factors-0.2-kept-answers  (db/changelog/factors-0.2.sql)",
                        "         takes data away: truncate idempotency_keys");
    }

    @Test
    void historyShouldTellWhenByWhatReleaseAndWhatHasChangedSince() throws SQLException {
        run("update");
        postgres.execute(
                "optibid",
                "update databasechangelog set md5sum = '9:00000000000000000000000000000000'"
                        + " where id = 'streaming-0.1-outbox'",
                "update databasechangelog set id = 'removed' where id = 'streaming-0.1-outbox-unpublished'");

        assertThat(run("history").lines())
                .anyMatch(
                        line -> line.matches("\\d+  20\\d\\d-\\S+Z  0.1  streaming-0.1-outbox  optibid  changed since"))
                .anyMatch(line -> line.matches("\\d+  20\\d\\d-\\S+Z  0.1  removed  optibid  unknown to this release"))
                .anyMatch(line -> line.matches("\\d+  20\\d\\d-\\S+Z  0.2  factors-0.2-kept-answers  optibid"))
                .last()
                .asString()
                .endsWith(" changesets applied.");
    }

    @Test
    void commandShouldAnswerWithOneLineWhenSomethingIsWrong() {
        assertThat(run("migrate").lines()).singleElement().asString().contains("there is no command migrate");
        assertThat(run("migrate").code()).isEqualTo(Main.WRONG_ARGUMENTS);
        assertThat(run("rollback").lines()).singleElement().asString().contains("needs a count or a tag");
        assertThat(run("status", "now").code()).isEqualTo(Main.WRONG_ARGUMENTS);
        assertThat(run("verify", "--dry-run").code()).isEqualTo(Main.WRONG_ARGUMENTS);
        assertThat(run("--url", "jdbc:postgresql://localhost:1/optibid").code()).isEqualTo(Main.WRONG_ARGUMENTS);
        assertThat(run("rollback", "nowhere").lines())
                .singleElement()
                .asString()
                .contains("no state named nowhere");
        Outcome refused = run("status", "--url", "jdbc:postgresql://localhost:1/optibid");
        assertThat(refused.code()).isEqualTo(Main.FAILED);
        assertThat(refused.lines()).singleElement().asString().contains("Cannot connect to", "localhost:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status", "update", "rollback", "admit", "verify", "history", "verify-audit", "create-operator"})
    void commandShouldHaveHelp(String command) {
        Outcome help = run(command, "--help");

        assertThat(help.code()).isEqualTo(Main.OK);
        assertThat(help.lines()).first().asString().startsWith(command);
        assertThat(run("help", command)).isEqualTo(help);
        assertThat(run("help").text()).contains("  " + command + " ");
        assertThat(run().text())
                .isEqualTo(run("help").text())
                .isEqualTo(run("-h").text());
    }

    @Test
    void helpShouldSayThatThereIsNoSuchCommand() {
        assertThat(run("help", "migrate").code()).isEqualTo(Main.WRONG_ARGUMENTS);
        assertThat(run("help", "migrate").lines()).singleElement().asString().contains("there is no command migrate");
    }

    private Outcome run(String... args) {
        return postgres.run("optibid", args);
    }
}
