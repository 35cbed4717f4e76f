package energy.optibid.it;

import static energy.optibid.it.Plants.ASSETS;
import static energy.optibid.it.Plants.added;
import static energy.optibid.it.Plants.asset;
import static energy.optibid.it.Plants.delete;
import static energy.optibid.it.Plants.name;
import static energy.optibid.it.Plants.patch;
import static energy.optibid.it.Plants.path;
import static energy.optibid.it.Problems.assertProblem;
import static energy.optibid.it.Rows.change;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Assets that bid runs name, or may not. */
class AssetHistoryIT {
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
        change(
                "update bid_runs set state = 'awaiting-results', finished_at = null, problem_code = null where id = ?",
                UUID.fromString(run));

        Answer refused = delete("admin", ASSETS + "/" + asset, "\"0\"");

        change("update bid_runs set state = 'cancelled', finished_at = now() where id = ?", UUID.fromString(run));
        assertProblem(refused, 409, "asset-in-use");
        assertThat(refused.json().get("errors").findValuesAsText("value")).containsExactly(run);
    }

    @Test
    void bidRunShouldBeRefusedWhenAssetIsNoBattery() {
        String asset = added(asset("wind", name(), "")).json().get("id").asText();

        assertProblem(BidRuns.start(asset, LocalDate.of(2025, 5, 14), ""), 422, "battery-needed");
    }
}
