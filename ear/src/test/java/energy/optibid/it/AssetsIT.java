package energy.optibid.it;

import static energy.optibid.it.Plants.ASSETS;
import static energy.optibid.it.Plants.PARAMETERS;
import static energy.optibid.it.Plants.SITES;
import static energy.optibid.it.Plants.added;
import static energy.optibid.it.Plants.asset;
import static energy.optibid.it.Plants.delete;
import static energy.optibid.it.Plants.name;
import static energy.optibid.it.Plants.patch;
import static energy.optibid.it.Plants.path;
import static energy.optibid.it.Plants.site;
import static energy.optibid.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Assets of six kinds: adding, reading, listing, and what is refused. */
class AssetsIT {
    @ParameterizedTest
    @ValueSource(strings = {"battery", "pv", "wind", "thermal", "hydro", "load"})
    void assetShouldBeReadChangedAndDeletedWhenItIsOfAnyKind(String kind) throws SQLException {
        Answer created = added(asset(kind, name(), ""));
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
        String path = path(ASSETS, added(asset("pv", name, "")));

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
        String site = added(SITES, site(name())).json().get("id").asText();
        List<String> names = new ArrayList<>();
        for (String kind : List.of("wind", "pv", "load")) {
            String name = kind + " " + UUID.randomUUID();
            added(asset(kind, name, "\"siteId\": \"" + site + "\","));
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

    private static JsonNode parameters(String kind) {
        return new Answer(
                        200,
                        java.net.http.HttpHeaders.of(Map.of(), (name, value) -> true),
                        Optional.ofNullable(PARAMETERS.get(kind)).orElseThrow())
                .json();
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
}
