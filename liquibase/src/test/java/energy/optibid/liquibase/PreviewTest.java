package energy.optibid.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a dry run prints, and that it does nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewTest {
    /** Where PostgreSQL itself refuses to write anything, be it a row of Liquibase's own tables. */
    private static final String READ_ONLY = "?options=-c%20default_transaction_read_only=on";

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
    void dryRunShouldPrintSqlAndWriteNothingWhenNothingWasApplied() throws SQLException {
        TestPostgres.Outcome outcome = postgres.run("optibid", readOnly("update", "--dry-run"));

        assertThat(outcome.code()).as(outcome.text()).isEqualTo(Main.OK);
        assertThat(outcome.text()).contains("create table outbox_events");
        assertThat(relations()).isEmpty();
    }

    @Test
    void dryRunShouldPrintOnlyWhatIsPendingAndWriteNothingWhenMuchWasApplied() throws SQLException {
        postgres.migrate("optibid");
        rollback(2);
        List<String> before = everything();

        TestPostgres.Outcome update = postgres.run("optibid", readOnly("update", "--dry-run"));
        TestPostgres.Outcome rollback = postgres.run("optibid", readOnly("rollback", "2", "--dry-run"));

        assertThat(update.code()).as(update.text()).isEqualTo(Main.OK);
        assertThat(update.text()).doesNotContain("create table outbox_events").containsIgnoringCase("insert into");
        assertThat(rollback.code()).as(rollback.text()).isEqualTo(Main.OK);
        assertThat(rollback.text()).containsIgnoringCase("delete from public.databasechangelog");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void dryRunShouldSayThatThereIsNothingToDo() throws SQLException {
        assertThat(postgres.run("optibid", "rollback", "1", "--dry-run").lines())
                .containsExactly("-- There is nothing to take back.");
        postgres.migrate("optibid");

        assertThat(postgres.run("optibid", readOnly("update", "--dry-run")).lines())
                .containsExactly("-- The schema is up to date.");
    }

    @Test
    void printedSqlShouldDoByHandWhatTheUpdateDoes() throws SQLException {
        runByHand(postgres.run("optibid", "update", "--dry-run").text());

        assertThat(postgres.run("optibid", "status").code()).isEqualTo(Main.OK);
        assertThat(postgres.run("optibid", "verify").lines()).last().isEqualTo("Nothing is wrong.");
    }

    @Test
    void printedSqlShouldTakeBackByHandWhatTheRollbackTakesBack() throws SQLException {
        postgres.migrate("optibid");
        runByHand(postgres.run("optibid", "rollback", "3", "--dry-run").text());

        List<Changeset> pending = pending();
        assertThat(pending).hasSize(3);
        runByHand(postgres.run("optibid", "update", "--dry-run").text());
        assertThat(postgres.run("optibid", "verify").lines()).last().isEqualTo("Nothing is wrong.");
    }

    private String[] readOnly(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--url";
        all[args.length + 1] = postgres.url("optibid") + READ_ONLY;
        return all;
    }

    private void runByHand(String script) throws SQLException {
        try (Connection owner = postgres.connect(TestPostgres.OWNER, "optibid");
                Statement statement = owner.createStatement()) {
            statement.execute(script);
        }
    }

    private void rollback(int count) throws SQLException {
        try (Connection owner = postgres.connect(TestPostgres.OWNER, "optibid")) {
            new Schema(owner).rollback(count);
        }
    }

    private List<Changeset> pending() throws SQLException {
        try (Connection owner = postgres.connect(TestPostgres.OWNER, "optibid")) {
            return new Schema(owner).pending();
        }
    }

    private List<String> relations() throws SQLException {
        return postgres.query("optibid", "select relname from pg_class where relnamespace = 'public'::regnamespace");
    }

    /** Each relation with the transaction that last touched its description, and each row of Liquibase's tables with its. */
    private List<String> everything() throws SQLException {
        return postgres.query(
                "optibid",
                "select concat_ws(' ', xmin, relname) from pg_class"
                        + " union all select concat_ws(' ', xmin, c) from databasechangelog c"
                        + " union all select concat_ws(' ', xmin, l) from databasechangeloglock l order by 1");
    }
}
