package energy.optibid.it;

import static energy.optibid.it.Plants.ASSETS;
import static energy.optibid.it.Plants.SITES;
import static energy.optibid.it.Plants.added;
import static energy.optibid.it.Plants.asset;
import static energy.optibid.it.Plants.delete;
import static energy.optibid.it.Plants.name;
import static energy.optibid.it.Plants.patch;
import static energy.optibid.it.Plants.path;
import static energy.optibid.it.Plants.site;
import static energy.optibid.it.Problems.assertProblem;
import static energy.optibid.it.Rows.change;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sites, and the assets that stand on them. */
class SitesIT {
    @Test
    void siteShouldStayWhileAssetsStandOnIt() {
        Answer created = added(SITES, site(name()));
        String path = path(SITES, created);
        String id = created.json().get("id").asText();
        Answer elsewhere = Api.as("trader")
                .post(ASSETS, asset("pv", name(), "\"siteId\": \"" + id + "\",").replace("DE_LU", "FR"));
        assertProblem(elsewhere, 422, "asset-refused");
        assertThat(elsewhere.json().get("errors").findValuesAsText("code")).containsExactly("not-in-zone-of-site");
        String asset = path(ASSETS, added(asset("pv", name(), "\"siteId\": \"" + id + "\",")));

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
    void siteShouldNotBeThereWhenItIsAnotherOrganisations() throws SQLException {
        String path = path(SITES, added(SITES, site(name())));
        String id = path.substring(path.lastIndexOf('/') + 1);
        UUID rival = UUID.randomUUID();
        change("insert into organisations (id, name, created_at) values (?, 'Rival of sites', now())", rival);
        change("update sites set organisation_id = ? where id = '" + id + "'", rival);

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

    private static String idOf(JsonNode items, String name) {
        for (JsonNode item : items) {
            if (item.get("name").asText().equals(name)) {
                return item.get("id").asText();
            }
        }
        throw new AssertionError("No " + name + " in " + items);
    }
}
