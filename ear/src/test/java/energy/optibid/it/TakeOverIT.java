package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.launcher.Guard;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A second node dies by {@code kill -9} in the middle of two runs: the server under test ends both. Where the node stands
 * at its death does not hang on time: a trigger of the test lets the transaction of the step wait just before its end.
 */
class TakeOverIT {
    private static final String NODE = "node-that-dies";
    private static final int LOCK = 20_260_101;
    private static final LocalDate DAY = LocalDate.parse("2024-08-14");

    /** Held when its bids are filed, and not yet committed. */
    private static final String SUBMITTING = "LT";

    /** Held when its money is written, and not yet committed. */
    private static final String SETTLING = "LV";

    @BeforeEach
    void holdSteps() {
        ServerUnderTest.database()
                .execute(
                        """
                        create function it_hold_step() returns trigger language plpgsql as $$
                        begin
                            if new.state = 'done' and current_setting('application_name') = '%s' and exists (
                                    select from bid_runs where id = new.run_id
                                       and (zone_code, new.name) in (('%s', 'submit'), ('%s', 'settle'))) then
                                perform pg_advisory_xact_lock(%d);
                            end if;
                            return new;
                        end $$""".formatted(NODE, SUBMITTING, SETTLING, LOCK),
                        "create trigger it_hold_step before update on bid_run_steps"
                                + " for each row execute function it_hold_step()");
    }

    @AfterEach
    void letStepsGo() {
        ServerUnderTest.database()
                .execute("drop trigger it_hold_step on bid_run_steps", "drop function it_hold_step()");
    }

    @Test
    void runsShouldBeEndedOnceByAnotherNodeWhenTheirsIsKilled() throws SQLException {
        Run submitting = Run.prepare(SUBMITTING);
        Run settling = Run.prepare(SETTLING);
        String first;
        String second;
        try (Connection holder = ServerUnderTest.database().dataSource().getConnection();
                Guard guard = new Guard()) {
            run(holder, "select pg_advisory_lock(" + LOCK + ")");
            MicroForm.Instance node = MicroForm.start(NODE, environment(), guard);
            try {
                assertThat(node.awaitReady(Duration.ofMinutes(4))).as("ready").isTrue();
                first = submitting.startAt(node);
                second = settling.startAt(node);
                Patience.until(TakeOverIT::heldSteps, held -> held == 2);
                assertAt(first, "submit");
                assertAt(second, "settle");
            } finally {
                node.server().process().destroyForcibly().onExit().join();
            }
            assertThat(count("select count(*) from bids where run_id = '%s' and state = 'submitted'", first))
                    .as("filed by who died before it could commit")
                    .isZero();
            run(holder, "select pg_advisory_unlock(" + LOCK + ")");
        }

        assertEndedOnce(first, submitting);
        assertEndedOnce(second, settling);
    }

    /** A battery with known prices. */
    private record Run(String zone, String battery) {

        static Run prepare(String zone) {
            BidRuns.prices(zone, DAY.minusDays(8), DAY, 60, BidRuns::shaped);
            return new Run(zone, BidRuns.battery(zone));
        }

        String startAt(MicroForm.Instance node) {
            Answer started = Api.at(node.base(), Optional.of(Users.accessToken("trader@demo.optibid")))
                    .post(
                            "/api/v1/bid-runs",
                            "{\"assetId\": \"%s\", \"productCode\": \"SDAC\", \"deliveryDate\": \"%s\"}"
                                    .formatted(battery, DAY));
            assertThat(started.status()).as(started.toString()).isEqualTo(202);
            return started.json().get("id").asText();
        }
    }

    private static Map<String, String> environment() {
        Map<String, String> environment =
                new HashMap<>(ServerUnderTest.database().environment());
        environment.putAll(TestSettings.ENVIRONMENT);
        environment.merge("OPTIBID_DATABASE_URL", "?ApplicationName=" + NODE, String::concat);
        return environment;
    }

    private static void assertAt(String id, String step) {
        JsonNode run = BidRuns.read(id);
        assertThat(run.get("state").asText()).as(run.toString()).isEqualTo("running");
        assertThat(run.get("step").asText()).as(run.toString()).isEqualTo(step);
    }

    private static void assertEndedOnce(String id, Run started) throws SQLException {
        JsonNode run = BidRuns.ended(id);
        assertThat(run.get("state").asText()).as(run.toString()).isEqualTo("succeeded");
        assertThat(run.get("steps")).allMatch(step -> step.get("state").asText().equals("done"));
        for (String action : List.of("start", "submit", "clear", "settle")) {
            assertThat(count(
                            "select count(*) from audit_entries where subject_id = '%s' and action = 'bid-run." + action
                                    + "'",
                            id))
                    .as("audit entries of %s", action)
                    .isEqualTo(1);
        }
        for (String type : List.of("BidRunQueued", "BidsSubmitted", "BidsCleared", "BidRunSettled")) {
            assertThat(count(
                            "select count(*) from outbox_events where aggregate_id = '%s' and type = '" + type + "'",
                            id))
                    .as("events %s", type)
                    .isEqualTo(1);
        }
        for (String table : List.of("forecasts", "settlements", "positions")) {
            assertThat(count("select count(distinct run_id) from " + table + " where run_id = '%s'", id))
                    .as(table)
                    .isEqualTo(1);
        }
        assertThat(count(
                        "select count(*) from bids b join bid_run_steps s on s.run_id = b.run_id and s.name = 'submit'"
                                + " where b.run_id = '%s' and b.submitted_at not between s.started_at and s.finished_at",
                        id))
                .as("bids filed by another than the submit that counts")
                .isZero();
        JsonNode undisturbed = BidRuns.run(started.battery(), DAY, "");
        assertThat(run.get("money")).isEqualTo(undisturbed.get("money"));
        assertThat(run.get("bids")).hasSameSizeAs(undisturbed.get("bids"));
        assertThat(positions(id))
                .as("rows of positions")
                .isEqualTo(positions(undisturbed.get("id").asText()));
    }

    private static int positions(String run) throws SQLException {
        return count("select count(*) from positions where run_id = '%s'", run);
    }

    private static int heldSteps() {
        try {
            return count(
                    "select count(*) from pg_stat_activity where application_name = '%s' and wait_event = 'advisory'",
                    NODE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(String sql, String value) throws SQLException {
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql.formatted(value))) {
            row.next();
            return row.getInt(1);
        }
    }
}
