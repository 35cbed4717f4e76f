package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** ClickHouse goes and comes back under the running product. The server under test on Payara Micro runs with it. */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
class ClickHouseIT {
    private static final LocalDate FIRST = LocalDate.of(2021, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2021, 3, 31);

    /** Well over the connections of the pool. */
    private static final int AT_ONCE = 100;

    @BeforeEach
    void requireClickHouse() {
        boolean present = clickHouse().isPresent();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present)
                    .as("chdb is installed in ejb-module/target/chdb")
                    .isTrue();
        }
        assumeTrue(present, "chdb is not installed in ejb-module/target/chdb (see .ci/run)");
    }

    @Test
    void answersShouldBeTheSameWhenClickHouseIsKilledAndBroughtBack() {
        BidRuns.prices("LT", FIRST, LAST, 60, BidRuns::shaped);
        JsonNode copied = figuresFrom("clickhouse");

        clickHouse().orElseThrow().kill();

        JsonNode rolledUp = figures();
        assertThat(rolledUp.get("engine").asText()).isEqualTo("postgresql");
        assertThat(rolledUp.get("items")).isEqualTo(copied.get("items"));
        BidRuns.prices("LV", FIRST, LAST, 60, BidRuns::shaped);

        clickHouse().orElseThrow().bringBack();

        JsonNode back = figuresFrom("clickhouse");
        assertThat(back.get("items")).hasSize(62);
        assertThat(back.get("zones").get(0).get("zoneCode").asText()).isEqualTo("LT");
        assertThat(comparison(false)).isEmpty();
    }

    @Test
    void readsShouldBeAnsweredWhenMoreAskAtOnceThanThereAreConnections() throws Exception {
        BidRuns.prices("LT", FIRST, LAST, 60, BidRuns::shaped);
        figuresFrom("clickhouse");
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<JsonNode>> reads = Collections.nCopies(4 * AT_ONCE, ClickHouseIT::figures);
            for (Future<JsonNode> read : threads.invokeAll(reads)) {
                assertThat(read.get().get("items")).isNotEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void operatorShouldCompareAndRefillTheCopy() {
        figuresFrom("clickhouse");

        Answer refill = Api.as("admin").post("/api/v1/analytics/copy/refill", "{}");

        assertThat(refill.status()).as(refill.toString()).isEqualTo(200);
        assertThat(refill.json().get("caughtUp").asBoolean()).isFalse();
        figuresFrom("clickhouse");
        assertThat(comparison(true)).isEmpty();
        assertThat(Api.as("viewer").get("/api/v1/analytics/copy").status()).isEqualTo(403);
    }

    @Test
    void whatTheDeskDidShouldBeCopiedAndEqual() {
        LocalDate day = LocalDate.of(2021, 4, 21);
        BidRuns.prices("RO", day.minusDays(14), day, 60, BidRuns::shaped);
        JsonNode run = BidRuns.run(BidRuns.battery("RO"), day, "");
        assertThat(run.get("state").asText()).as(run.toString()).isEqualTo("succeeded");
        String where = " final where run_id = '" + run.get("id").asText() + "'";

        assertThat(comparison(false)).isEmpty();

        ClickHouse clickHouse = clickHouse().orElseThrow();
        int bids = Integer.parseInt(clickHouse.query("select count() from optibid.bids" + where));
        assertThat(bids).isPositive();
        assertThat(clickHouse.query("select count() from optibid.results" + where))
                .isEqualTo(String.valueOf(bids));
        assertThat(clickHouse.query("select count() from optibid.forecasts" + where))
                .isEqualTo("24");
        assertThat(clickHouse.query("select countIf(state = 'submitted') from optibid.bids" + where))
                .as("the state after the clearing replaced the one before")
                .isEqualTo("0");

        clickHouse.query("delete from optibid.bids where product = 'SDAC' and zone = 'RO'");
        assertThat(comparison(true)).singleElement().satisfies(difference -> {
            assertThat(difference.get("table").asText()).isEqualTo("bids");
            assertThat(difference.get("zoneCode").asText()).isEqualTo("RO");
            assertThat(difference.get("rows").asInt()).isEqualTo(bids);
            assertThat(difference.get("copiedRows").asInt()).isZero();
        });
        assertThat(comparison(false)).isEmpty();
        assertThat(clickHouse.query("select count() from optibid.bids" + where)).isEqualTo(String.valueOf(bids));
    }

    private static JsonNode comparison(boolean repair) {
        Answer answer = Api.as("admin").post("/api/v1/analytics/copy/comparison?repair=" + repair, "{}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("items");
    }

    private static JsonNode figuresFrom(String engine) {
        return Patience.until(
                ClickHouseIT::figures, answer -> answer.get("engine").asText().equals(engine));
    }

    private static JsonNode figures() {
        Answer answer = Api.as("viewer")
                .get("/api/v1/analytics/market?product=SDAC&zone=LT&zone=LV&firstDeliveryDate=" + FIRST
                        + "&lastDeliveryDate=" + LAST);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static Optional<ClickHouse> clickHouse() {
        return ServerUnderTest.clickHouse();
    }
}
