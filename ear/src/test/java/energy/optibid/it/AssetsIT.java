package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sites and assets of six kinds: adding, reading, changing by two at once, deleting with and without history. */
class AssetsIT {
    private static final String SITES = "/api/v1/sites";
    private static final String ASSETS = "/api/v1/assets";
    private static final Map<String, String> PARAMETERS = Map.of(
            "battery", """
                    {"chargePowerMw": 10, "dischargePowerMw": 10, "usableCapacityMwh": 20, "chargeEfficiency": 0.95,
                     "dischargeEfficiency": 0.95, "selfDischargePerHour": 0, "degradationCostPerMwh": 1.5}""",
            "pv", """
                    {"peakPowerMw": 30, "dcPeakPowerMw": 36, "mounting": "single-axis", "tiltDegrees": 0,
                     "azimuthDegrees": 180, "lossesFraction": 0.14, "temperatureCoefficientPerKelvin": -0.0035}""",
            "wind", """
                    {"ratedPowerMw": 46.2, "turbineCount": 11, "hubHeightM": 115, "rotorDiameterM": 136,
                     "cutInSpeedMPerS": 3, "ratedSpeedMPerS": 13, "cutOutSpeedMPerS": 25, "wakeLossFraction": 0.08,
                     "availabilityFraction": 0.97}""",
            "thermal", """
                    {"fuel": "natural-gas", "minPowerMw": 20, "maxPowerMw": 50, "rampUpMwPerMin": 5,
                     "rampDownMwPerMin": 5, "minUpHours": 2, "minDownHours": 1, "startCost": 1500,
                     "heatRateGjPerMwh": 8.5, "co2TonnesPerMwh": 0.48, "variableCostPerMwh": 3.5}""",
            "hydro", """
                    {"scheme": "pumped", "turbinePowerMw": 20, "turbineEfficiency": 0.9, "pumpPowerMw": 18,
                     "pumpEfficiency": 0.88, "reservoirMinMwh": 10, "reservoirMaxMwh": 120, "inflowMw": 0.5}""",
            "load", """
                    {"baselineMw": 12, "flexibleUpMw": 2, "flexibleDownMw": 6, "maxShiftHours": 4, "maxCallsPerDay": 2,
                     "flexibilityCostPerMwh": 15}""");

    @ParameterizedTest
    @ValueSource(strings = {"battery", "pv", "wind", "thermal", "hydro", "load"})
    void assetShouldBeReadChangedAndDeletedWhenItIsOfAnyKind(String kind) throws SQLException {
        Answer created = create(asset(kind, name(), ""));
        String path = path(ASSETS, created);

        Answer read = Api.as("viewer").get(path);
        assertThat(read.header("ETag")).isEqualTo("\"0\"");
        assertThat(numbers(read.json().get(kind))).isEqualTo(numbers(parameters(kind)));

        String renamed = name();
        Answer changed = patch("trader", path, 0, "{\"name\": \"" + renamed + "\"}");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.json().get("name").asText()).isEqualTo(renamed);
        assertThat(numbers(changed.json().get(kind)))
                .isEqualTo(numbers(read.json().get(kind)));

        assertThat(delete("trader", path, "\"1\"").status()).isEqualTo(403);
        assertThat(delete("admin", path, "\"1\"").status()).isEqualTo(204);
        assertProblem(Api.as("viewer").get(path), 404, "asset-not-found");
        assertProblem(Api.as("admin").get(path + "?includeDeleted=true"), 404, "asset-not-found");
        assertThat(told(created.json().get("id").asText()))
                .containsExactly(
                        "AssetCreated", "AssetUpdated", "AssetDeleted", "asset.create", "asset.update", "asset.delete");
    }

    @Test
    void changeShouldNameOnlyWhatChangesAndKeepTheRest() {
        String path = path(ASSETS, create(asset("battery", name(), "")));

        Answer changed = patch("trader", path, 0, "{\"battery\": {\"cyclesPerDay\": 2, \"chargePowerMw\": 12}}");
        assertThat(changed.json().get("battery").get("cyclesPerDay").asInt()).isEqualTo(2);
        assertThat(changed.json().get("battery").get("usableCapacityMwh").asInt())
                .isEqualTo(20);
        assertThat(patch("trader", path, 1, "{\"battery\": {\"cyclesPerDay\": null}}")
                        .json()
                        .get("battery")
                        .has("cyclesPerDay"))
                .isFalse();
        Answer same = patch("trader", path, 2, "{\"battery\": {\"chargePowerMw\": 12.000}}");
        assertThat(same.header("ETag")).as("nothing changed").isEqualTo("\"2\"");
        assertProblem(patch("trader", path, 2, "{\"kind\": \"pv\"}"), 400, "invalid-body");
        Answer kind = patch(
                "trader", path, 2, "{\"kind\": \"load\", \"battery\": null, \"load\": " + PARAMETERS.get("load") + "}");
        assertProblem(kind, 422, "asset-refused");
        assertThat(kind.json().get("errors").findValuesAsText("code")).containsExactly("kind-fixed");
        assertProblem(patch("trader", path, 2, "{\"version\": 7}"), 400, "invalid-body");
        assertProblem(patch("viewer", path, 2, "{}"), 403, "forbidden");
    }

    @Test
    void changeShouldNeedTheVersionThatWasSeen() {
        String path = path(ASSETS, create(asset("battery", name(), "")));
        Api trader = Api.as("trader");

        assertProblem(
                trader.send(trader.request(path)
                        .header("Content-Type", "application/merge-patch+json")
                        .method("PATCH", BodyPublishers.ofString("{}"))),
                428,
                "precondition-required");
        Api admin = Api.as("admin");
        assertProblem(admin.send(admin.request(path).DELETE()), 428, "precondition-required");
        assertProblem(delete("admin", path, "*"), 400, "invalid-header");
        assertProblem(delete("admin", path, "W/\"0\""), 412, "precondition-failed");
        patch("trader", path, 0, "{\"battery\": {\"chargePowerMw\": 12, \"cyclesPerDay\": 1}}");

        Answer stale = patch("trader", path, 0, "{\"battery\": {\"chargePowerMw\": 14}}");

        assertProblem(stale, 412, "precondition-failed");
        assertThat(stale.json().get("errors").findValuesAsText("path"))
                .containsExactly("battery.chargePowerMw", "battery.cyclesPerDay");
        assertThat(stale.json().get("detail").asText())
                .contains("The asset is at version 1, not at 0; ", "changed it at");
        assertThat(stale.json().get("errors").findValuesAsText("value")).containsExactly("12", "1");
    }

    @Test
    void changeShouldBeOneEditorsWhenTwentyEditAtOnce() throws InterruptedException, ExecutionException {
        String path = path(ASSETS, create(asset("battery", name(), "")));

        List<Answer> answers =
                atOnce(20, i -> patch("trader", path, 0, "{\"battery\": {\"chargePowerMw\": " + (20 + i) + "}}"));

        List<Answer> won =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(won).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(19);
        JsonNode now = Api.as("viewer").get(path).json();
        assertThat(now.get("version").asInt()).isEqualTo(1);
        assertThat(now.get("battery").get("chargePowerMw"))
                .isEqualTo(won.get(0).json().get("battery").get("chargePowerMw"));
    }

    @Test
    void nameShouldBeOnesWhenTenAddItAtOnce() throws InterruptedException, ExecutionException {
        String body = asset("load", name(), "");

        List<Answer> answers = atOnce(10, i -> Api.as("trader").post(ASSETS, body));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 422)
                .hasSize(9)
                .allSatisfy(answer -> assertThat(answer.json().get("errors").findValuesAsText("code"))
                        .containsExactly("name-taken"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"wind\"                   | 400 | missing-field unknown-field",
                "\"fusion\"                 | 400 | unknown-value",
                "\"battery\", \"siteId\": \"00000000-0000-7000-8000-000000000009\" | 422 | unknown-site",
            })
    void assetShouldBeRefusedWhenItsPartsDoNotFit(String kind, int status, String codes) {
        Answer refused = Api.as("trader")
                .post(
                        ASSETS,
                        "{\"name\": \"%s\", \"kind\": %s, \"zoneCode\": \"DE_LU\", \"battery\": %s}"
                                .formatted(name(), kind, PARAMETERS.get("battery")));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.json().get("errors").findValuesAsText("code")).containsExactlyInAnyOrder(codes.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\u202eB", "", " x"})
    void nameShouldBeRefusedWhenNobodyCouldReadIt(String name) {
        assertProblem(Api.as("trader").post(ASSETS, asset("pv", name, "")), 422, "asset-refused");
        assertProblem(
                Api.as("trader").post(SITES, "{\"name\": \"" + name + "\", \"zoneCode\": \"DE_LU\"}"),
                422,
                "site-refused");
    }

    @Test
    void nameShouldComeBackAsItIsWhenItIsHostile() {
        String name = "=cmd|' /C calc'!A0 <script>'; drop table assets; --" + UUID.randomUUID();
        String path = path(ASSETS, create(asset("pv", name, "")));

        assertThat(Api.as("viewer").get(path).json().get("name").asText()).isEqualTo(name);
        Answer csv = Api.as("viewer").get(ASSETS + "?format=csv&kind=pv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body()).contains(",\"'" + name + "\",pv,").startsWith("id,name,kind,siteId,zoneCode,battery.");
    }

    @Test
    void numbersShouldBeRefusedWhenTheyHaveMoreDigitsThanAreKept() {
        Answer rounded = Api.as("trader")
                .post(ASSETS, asset("wind", name(), "").replace("\"hubHeightM\": 115", "\"hubHeightM\": 115.001"));
        assertProblem(rounded, 422, "asset-refused");
        assertThat(rounded.json().get("errors").findValuesAsText("code")).containsExactly("too-many-decimals");

        for (String huge : List.of("1e99", "0.00000000000000000001", "1e999999999", "9".repeat(60))) {
            Answer answer = Api.as("trader")
                    .post(ASSETS, asset("wind", name(), "").replace("\"hubHeightM\": 115", "\"hubHeightM\": " + huge));
            assertThat(answer.status()).as(huge).isEqualTo(400);
        }
    }

    @Test
    void listShouldBeOfOneSiteAndComeInPagesByName() {
        String site = create(SITES, site(name())).json().get("id").asText();
        List<String> names = new ArrayList<>();
        for (String kind : List.of("wind", "pv", "load")) {
            String name = kind + " " + UUID.randomUUID();
            create(asset(kind, name, "\"siteId\": \"" + site + "\","));
            names.add(name);
        }
        names.sort(null);

        List<String> listed = new ArrayList<>();
        String next = ASSETS + "?limit=2&siteId=" + site;
        while (!next.isEmpty()) {
            Answer page = Api.as("viewer").get(next);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            page.json().get("items").forEach(item -> listed.add(item.get("name").asText()));
            next = Optional.ofNullable(page.json().get("next"))
                    .map(cursor -> ASSETS + "?limit=2&siteId=" + site + "&cursor=" + cursor.asText())
                    .orElse("");
        }
        assertThat(listed).isEqualTo(names);
        assertThat(Api.as("viewer")
                        .get(ASSETS + "?kind=pv&siteId=" + site)
                        .json()
                        .get("items"))
                .hasSize(1);
        assertProblem(Api.as("viewer").get(ASSETS + "?limit=501"), 400, "invalid-parameters");
        assertProblem(Api.as("viewer").get(ASSETS + "?cursor=x"), 400, "invalid-parameters");
        assertProblem(Api.as("viewer").get(ASSETS + "?kind=fusion"), 400, "invalid-parameters");
        assertProblem(Api.as("viewer").get(ASSETS + "?includeDeleted=true"), 403, "forbidden");
        Answer xlsx = Api.as("viewer").get(ASSETS + "?format=xlsx&siteId=" + site);
        assertThat(xlsx.status()).isEqualTo(200);
        assertThat(xlsx.header("Content-Disposition")).contains("assets.xlsx");
        assertThat(xlsx.body()).startsWith("PK");
    }

    @Test
    void siteShouldStayWhileAssetsStandOnIt() {
        Answer created = create(SITES, site(name()));
        String path = path(SITES, created);
        String id = created.json().get("id").asText();
        Answer elsewhere = Api.as("trader")
                .post(ASSETS, asset("pv", name(), "\"siteId\": \"" + id + "\",").replace("DE_LU", "FR"));
        assertProblem(elsewhere, 422, "asset-refused");
        assertThat(elsewhere.json().get("errors").findValuesAsText("code")).containsExactly("not-in-zone-of-site");
        String asset = path(ASSETS, create(asset("pv", name(), "\"siteId\": \"" + id + "\",")));

        assertProblem(delete("admin", path, "\"0\""), 409, "site-in-use");
        assertProblem(patch("trader", path, 0, "{\"zoneCode\": \"FR\"}"), 422, "site-refused");
        assertThat(patch("trader", asset, 0, "{\"siteId\": null}").json().has("siteId"))
                .isFalse();
        Answer moved = patch(
                "trader",
                path,
                0,
                "{\"zoneCode\": \"FR\", \"location\": null, \"gridConnection\": {\"exportLimitMw\": null}}");
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(moved.json().has("location")).isFalse();
        assertThat(moved.json().get("gridConnection").get("importLimitMw").asInt())
                .isEqualTo(40);
        assertThat(delete("admin", path, "\"1\"").status()).isEqualTo(204);
        assertProblem(Api.as("viewer").get(path), 404, "site-not-found");
    }

    @Test
    void assetShouldBeKeptForItsBidRunsWhenItIsDeleted() {
        LocalDate day = LocalDate.of(2025, 5, 14);
        BidRuns.prices("HU", day.minusDays(9), day, 60, BidRuns::shaped);
        String asset = BidRuns.battery("HU");
        String path = ASSETS + "/" + asset;
        JsonNode run = BidRuns.run(asset, day, "");

        assertThat(delete("admin", path, "\"0\"").status()).isEqualTo(204);

        assertProblem(Api.as("admin").get(path), 404, "asset-not-found");
        assertThat(Api.as("admin").get(ASSETS + "?format=csv").body()).doesNotContain(asset);
        assertThat(Api.as("admin")
                        .get(ASSETS + "?format=csv&includeDeleted=true")
                        .body())
                .contains(asset);
        assertThat(Api.as("admin").get(path + "?includeDeleted=true").json().has("deletedAt"))
                .isTrue();
        assertProblem(patch("trader", path, 1, "{}"), 404, "asset-not-found");
        assertProblem(BidRuns.start(asset, day, ""), 404, "asset-not-found");
        assertThat(BidRuns.read(run.get("id").asText()).get("assetId").asText()).isEqualTo(asset);
    }

    @Test
    void assetShouldNotBeDeletedWhileABidRunWorksWithIt() throws SQLException {
        LocalDate day = LocalDate.of(2025, 5, 14);
        BidRuns.prices("SI", day.minusDays(9), day, 60, BidRuns::shaped);
        String asset = BidRuns.battery("SI");
        String run = BidRuns.run(asset, day, "").get("id").asText();
        update(
                "update bid_runs set state = 'awaiting-results', finished_at = null, problem_code = null where id = ?",
                run);

        Answer refused = delete("admin", ASSETS + "/" + asset, "\"0\"");

        update("update bid_runs set state = 'cancelled', finished_at = now() where id = ?", run);
        assertProblem(refused, 409, "asset-in-use");
        assertThat(refused.json().get("errors").findValuesAsText("value")).containsExactly(run);
    }

    @Test
    void bidRunShouldBeRefusedWhenAssetIsNoBattery() {
        String asset = create(asset("wind", name(), "")).json().get("id").asText();

        assertProblem(BidRuns.start(asset, LocalDate.of(2025, 5, 14), ""), 422, "battery-needed");
    }

    @Test
    void demoShouldHaveASiteWithAnAssetOfEachKind() {
        JsonNode sites = Api.as("viewer").get(SITES + "?limit=500").json().get("items");
        String demo = idOf(sites, "Demo site");

        assertThat(Api.as("viewer")
                        .get(ASSETS + "?siteId=" + demo)
                        .json()
                        .get("items")
                        .findValuesAsText("kind"))
                .containsExactlyInAnyOrder("battery", "pv", "wind", "thermal", "hydro", "load");
    }

    @Test
    void siteShouldNotBeThereWhenItIsAnotherOrganisations() throws SQLException {
        String path = path(SITES, create(SITES, site(name())));
        String id = path.substring(path.lastIndexOf('/') + 1);
        String rival = UUID.randomUUID().toString();
        update("insert into organisations (id, name, created_at) values (?, 'Rival of sites', now())", rival);
        update("update sites set organisation_id = ? where id = '" + id + "'", rival);

        assertProblem(Api.as("admin").get(path), 404, "site-not-found");
        assertProblem(patch("admin", path, 0, "{}"), 404, "site-not-found");
        assertProblem(delete("admin", path, "\"0\""), 404, "site-not-found");
        assertProblem(
                Api.as("trader").post(ASSETS, asset("pv", name(), "\"siteId\": \"" + id + "\",")),
                422,
                "asset-refused");
        assertThat(Api.as("admin")
                        .get(SITES + "?format=csv&includeDeleted=true")
                        .body())
                .doesNotContain(id);
    }

    private static JsonNode parameters(String kind) {
        return new Answer(
                        200,
                        java.net.http.HttpHeaders.of(Map.of(), (name, value) -> true),
                        Optional.ofNullable(PARAMETERS.get(kind)).orElseThrow())
                .json();
    }

    private static String idOf(JsonNode items, String name) {
        for (JsonNode item : items) {
            if (item.get("name").asText().equals(name)) {
                return item.get("id").asText();
            }
        }
        throw new AssertionError("No " + name + " in " + items);
    }

    private static String name() {
        return "Plant " + UUID.randomUUID();
    }

    private static String asset(String kind, String name, String more) {
        return "{\"name\": \"%s\", \"kind\": \"%s\", %s \"zoneCode\": \"DE_LU\", \"%s\": %s}"
                .formatted(name, kind, more, kind, PARAMETERS.get(kind));
    }

    private static String site(String name) {
        return """
                {"name": "%s", "zoneCode": "DE_LU", "location": {"latitude": 53.8655, "longitude": 10.6866},
                 "gridConnection": {"importLimitMw": 40, "exportLimitMw": 150}}""".formatted(name);
    }

    private static Answer create(String body) {
        return create(ASSETS, body);
    }

    private static Answer create(String list, String body) {
        Answer created = Api.as("trader").post(list, body);
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created;
    }

    private static String path(String list, Answer created) {
        return list + "/" + created.json().get("id").asText();
    }

    private static Answer patch(String user, String path, int version, String body) {
        Api api = Api.as(user);
        HttpRequest.Builder request = api.request(path)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .method("PATCH", BodyPublishers.ofString(body));
        return api.send(request);
    }

    private static Answer delete(String user, String path, String ifMatch) {
        Api api = Api.as(user);
        return api.send(api.request(path).header("If-Match", ifMatch).DELETE());
    }

    private interface Call {
        Answer make(int number);
    }

    private static List<Answer> atOnce(int calls, Call call) throws InterruptedException, ExecutionException {
        Api.as("trader");
        ExecutorService threads = Executors.newFixedThreadPool(calls);
        try {
            List<Future<Answer>> pending = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                int number = i;
                pending.add(threads.submit(() -> call.make(number)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : pending) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, Object> numbers(JsonNode object) {
        Map<String, Object> values = new java.util.TreeMap<>();
        object.properties()
                .forEach(field -> values.put(
                        field.getKey(),
                        field.getValue().isNumber()
                                ? new BigDecimal(field.getValue().asText())
                                        .stripTrailingZeros()
                                        .toPlainString()
                                : field.getValue().asText()));
        return values;
    }

    /** The events and then the audit entries of a subject, in their order. */
    private static List<String> told(String id) throws SQLException {
        List<String> told = new ArrayList<>();
        for (String sql : List.of(
                "select type from outbox_events where aggregate_id = ? order by id",
                "select action from audit_entries where subject_id = ? order by at, id")) {
            try (Connection connection = ServerUnderTest.database().dataSource().getConnection();
                    PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, id);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        told.add(rows.getString(1));
                    }
                }
            }
        }
        return told;
    }

    private static void update(String sql, String id) throws SQLException {
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, UUID.fromString(id));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
    }
}
