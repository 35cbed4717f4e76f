package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The bid run by REST: from imported prices to money. */
class BidRunIT {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Test
    void runShouldEndWithBidsAndMoneyWhenItsDayHasSimulatedPrices() {
        JsonNode coverage = Api.as("viewer")
                .get("/api/v1/market-data/coverage?product=SDAC&zone=DE_LU")
                .json();
        LocalDate day = LocalDate.parse(coverage.get("lastDeliveryDate").asText());

        JsonNode run = BidRuns.run(BidRuns.battery("DE_LU"), day, "");

        assertThat(run.get("state").asText()).as(run.toString()).isEqualTo("succeeded");
        assertThat(run.get("simulated").asBoolean()).isTrue();
        assertThat(run.get("progress").decimalValue()).isEqualByComparingTo("1");
        assertThat(run.get("steps")).allMatch(step -> step.get("state").asText().equals("done"));
        assertThat(run.get("bids")).isNotEmpty();
        assertThat(run.get("steps"))
                .allMatch(step -> !step.get("inputs").isEmpty())
                .anyMatch(step -> step.get("inputs").toString().contains("battery.chargePowerMw"));
        assertThat(run.get("periods"))
                .allMatch(period -> period.get("forecastBasis").size() == 1);
        assertSettled(run);
    }

    @Test
    void runShouldHave23PeriodsWhenTheClockSkipsAnHour() {
        LocalDate day = LocalDate.parse("2025-03-30");
        BidRuns.prices("FR", day.minusDays(8), day, 60, BidRuns::shaped);

        JsonNode run = BidRuns.run(BidRuns.battery("FR"), day, "");

        assertThat(run.get("periods")).hasSize(23);
        assertThat(run.get("periods").get(22).get("end").asText()).isEqualTo("2025-03-30T22:00:00Z");
        assertSettled(run);
    }

    @Test
    void runShouldHave100PeriodsWhenTheClockRepeatsAnHourOfQuarters() {
        LocalDate day = LocalDate.parse("2025-10-26");
        BidRuns.prices("NL", day.minusDays(8), day, 15, BidRuns::shaped);

        JsonNode run = BidRuns.run(BidRuns.battery("NL"), day, "\"forecaster\": \"similar-days-mean\"");

        assertThat(run.get("periods")).hasSize(100);
        assertThat(run.get("periods").get(0).get("start").asText()).isEqualTo("2025-10-25T22:00:00Z");
        assertThat(run.get("periods").get(99).get("end").asText()).isEqualTo("2025-10-26T23:00:00Z");
        assertSettled(run);
    }

    @Test
    void runsShouldAllSettleWhenTheyAreOfOneAssetAndDay() {
        LocalDate day = LocalDate.parse("2024-07-10");
        BidRuns.prices("DK1", day.minusDays(8), day, 60, BidRuns::shaped);
        String asset = BidRuns.battery("DK1");

        List<String> runs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            runs.add(BidRuns.accepted(BidRuns.start(asset, day, "")));
        }

        assertThat(runs).allSatisfy(id -> assertSettled(BidRuns.ended(id)));
    }

    @Test
    void runShouldShowApartWhatCannotBeDeliveredWhenItBidsCurves() {
        LocalDate day = LocalDate.parse("2024-06-12");
        BidRuns.prices("BE", day.minusDays(8), day.minusDays(1), 60, BidRuns::shaped);
        BidRuns.prices("BE", day, day, 60, at -> BidRuns.shaped(at).add(new BigDecimal("40")));

        JsonNode run = BidRuns.run(BidRuns.battery("BE"), day, "\"bidStyle\": \"opportunity-curves\"");

        assertThat(run.get("bids")).anyMatch(bid -> !bid.get("state").asText().equals("accepted"));
        assertThat(decimal(run.get("money"), "undeliverableMwh")).isPositive();
        assertSettled(run);
    }

    @Test
    void runShouldWaitForResultsAndGoOnWhenTheyAreImported() {
        LocalDate day = LocalDate.parse("2024-05-15");
        BidRuns.prices("AT", day.minusDays(8), day.minusDays(1), 60, BidRuns::shaped);
        String id = BidRuns.accepted(BidRuns.start(BidRuns.battery("AT"), day, ""));

        JsonNode waiting = BidRuns.inState(id, Set.of("awaiting-results", "failed", "succeeded"));
        assertThat(waiting.get("state").asText()).isEqualTo("awaiting-results");
        assertThat(waiting.get("step").asText()).isEqualTo("clear");
        assertThat(waiting.has("money")).isFalse();
        Answer cancelled = Api.as("trader").post("/api/v1/bid-runs/" + id + "/cancel", "");
        assertThat(cancelled.json().get("code").asText()).isEqualTo("gate-closed");

        BidRuns.prices("AT", day, day, 60, BidRuns::shaped);

        assertSettled(BidRuns.ended(id));
        assertThat(Api.as("trader")
                        .post("/api/v1/bid-runs/" + id + "/cancel", "")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void runShouldClearInTheOrderBookWhenTheExchangeHoldsOne() throws SQLException {
        LocalDate day = LocalDate.parse("2024-07-17");
        BidRuns.prices("DK1", day.minusDays(8), day.minusDays(1), 60, BidRuns::shaped);
        String asset = BidRuns.battery("DK1");
        String first = BidRuns.accepted(BidRuns.start(asset, day, ""));
        BidRuns.inState(first, Set.of("awaiting-results"));
        holdOrderBook(first, "4");

        JsonNode run = BidRuns.run(asset, day, "");

        assertSettled(run);
        assertThat(run.get("bids"))
                .anyMatch(bid -> bid.get("state").asText().equals("partially-accepted"))
                .allMatch(bid -> decimal(bid, "acceptedMw")
                                .compareTo(decimal(bid.get("steps").get(0), "quantityMw")
                                        .min(new BigDecimal("4")))
                        == 0);
        assertThat(BidRuns.ended(first).get("state").asText()).isEqualTo("succeeded");
    }

    @Test
    void runShouldFailWithTheLimitWhenNoPlanKeepsIt() {
        LocalDate day = LocalDate.parse("2024-08-14");
        BidRuns.prices("PL", day.minusDays(8), day, 60, BidRuns::shaped);

        JsonNode run = BidRuns.run(BidRuns.battery("PL", "0.1"), day, "\"endMwh\": 20");

        assertThat(run.get("state").asText()).isEqualTo("failed");
        assertThat(run.get("problem").get("code").asText()).isEqualTo("plan-infeasible");
        assertThat(run.get("problem").get("detail").asText()).contains("end-state-of-charge");
        assertThat(run.get("bids")).isEmpty();
    }

    @Test
    void startShouldRefuseAndStoreNothingWhenTheRequestIsWrong() throws SQLException {
        LocalDate day = LocalDate.parse("2024-09-11");
        BidRuns.prices("FI", day.minusDays(8), day, 60, BidRuns::shaped);
        String asset = BidRuns.battery("FI");
        String future = Instant.now().plusSeconds(86_400).toString();
        List<String> before = runIds();

        assertRefused(BidRuns.start(UUID.randomUUID().toString(), day, ""), 404, "asset-not-found");
        assertRefused(BidRuns.start(otherOrganisationsAsset(asset), day, ""), 404, "asset-not-found");
        assertRefused(BidRuns.start(asset, day.minusDays(300), ""), 422, "not-enough-history");
        assertRefused(BidRuns.start(asset, day, "\"asOf\": \"" + future + "\""), 422, "as-of-in-future");
        assertRefused(BidRuns.start(asset, day, "\"asOf\": \"2024-09-10T10:00:00Z\""), 422, "gate-closed");
        assertRefused(BidRuns.start(asset, day, "\"startMwh\": 20.1"), 422, "state-of-charge-out-of-range");
        assertRefused(BidRuns.start(asset, day, "\"endMwh\": 1, \"endFree\": true"), 422, "end-state-contradicted");
        assertRefused(BidRuns.start(asset, day, "\"forecaster\": \"crystal-ball\""), 422, "unknown-forecaster");
        assertRefused(BidRuns.start(asset, day, "\"colour\": \"red\""), 400, "invalid-body");
        assertRefused(
                Api.as("trader")
                        .post(
                                "/api/v1/bid-runs",
                                "{\"assetId\": \"%s\", \"productCode\": \"NORDIC_MFRR_EAM\", \"deliveryDate\": \"2026-01-15\"}"
                                        .formatted(asset)),
                422,
                "sold-in-sessions");

        assertThat(runIds()).isEqualTo(before);
    }

    @Test
    void startShouldBeForbiddenWhenTheUserMayOnlyRead() {
        Answer refused = Api.as("viewer")
                .post(
                        "/api/v1/bid-runs",
                        "{\"assetId\": \"%s\", \"productCode\": \"SDAC\", \"deliveryDate\": \"2024-09-11\"}"
                                .formatted(UUID.randomUUID()));

        assertRefused(refused, 403, "forbidden");
    }

    /** What must hold for every settled run, whatever its prices. */
    private static void assertSettled(JsonNode run) {
        assertThat(run.get("state").asText()).as(run.toString()).isEqualTo("succeeded");
        BigDecimal profit = BigDecimal.ZERO;
        for (JsonNode period : run.get("periods")) {
            profit = profit.add(decimal(period, "profit"));
            assertThat(decimal(period, "stateOfChargeMwh")).isBetween(BigDecimal.ZERO, new BigDecimal("20"));
            assertThat(decimal(period, "deliveredMw").abs()).isLessThanOrEqualTo(BigDecimal.TEN);
        }
        JsonNode money = run.get("money");
        assertThat(profit.subtract(decimal(money, "profit")).abs()).isLessThanOrEqualTo(CENT);
        assertThat(decimal(money, "marketRevenue")
                        .add(decimal(money, "residualRevenue"))
                        .add(decimal(money, "undeliverableRevenue"))
                        .subtract(decimal(money, "degradationCost"))
                        .subtract(profit)
                        .abs())
                .isLessThanOrEqualTo(new BigDecimal("0.03"));
        assertThat(decimal(money, "profit"))
                .isLessThanOrEqualTo(decimal(money, "perfectForesightProfit").add(CENT));
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return node.get(field).decimalValue();
    }

    private static List<String> runIds() throws SQLException {
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT r.id FROM bid_runs r WHERE zone_code = 'FI' UNION ALL"
                                        + " SELECT a.id FROM auctions a JOIN zones z ON z.id = a.zone_id WHERE z.code = 'FI'")) {
            List<String> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    /** The same battery, owned by somebody else. */
    private static String otherOrganisationsAsset(String asset) throws SQLException {
        UUID organisation = UUID.randomUUID();
        UUID copy = UUID.randomUUID();
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection()) {
            update(
                    connection,
                    "INSERT INTO organisations (id, name, created_at) VALUES (?, ?, now())",
                    organisation,
                    "Other " + organisation);
            update(
                    connection,
                    "INSERT INTO assets SELECT (jsonb_populate_record(a, jsonb_build_object('id', ?::text,"
                            + " 'organisation_id', ?::text))).* FROM assets a WHERE a.id = ?::uuid",
                    copy.toString(),
                    organisation.toString(),
                    asset);
            update(
                    connection,
                    "INSERT INTO batteries SELECT (jsonb_populate_record(b, jsonb_build_object('asset_id', ?::text,"
                            + " 'organisation_id', ?::text))).* FROM batteries b WHERE b.asset_id = ?::uuid",
                    copy.toString(),
                    organisation.toString(),
                    asset);
        }
        return copy.toString();
    }

    /** Orders of others around 50 EUR/MWh: so much is bought above, so much is sold below. */
    private static void holdOrderBook(String runId, String quantityMw) throws SQLException {
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection()) {
            String insert = "INSERT INTO exchange_orders (auction_id, period_start, order_id, ordinal, participant,"
                    + " side, price, quantity_mw) SELECT r.auction_id, p.period_start, ?, 0, 'Other', ?, ?, ?"
                    + " FROM bid_runs r JOIN forecasts f ON f.run_id = r.id JOIN forecast_points p ON p.forecast_id = f.id"
                    + " WHERE r.id = ?::uuid";
            update(connection, insert, "sale", "sell", new BigDecimal("45"), new BigDecimal(quantityMw), runId);
            update(connection, insert, "purchase", "buy", new BigDecimal("55"), new BigDecimal(quantityMw), runId);
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
