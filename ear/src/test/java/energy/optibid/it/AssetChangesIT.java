package energy.optibid.it;

import static energy.optibid.it.Plants.ASSETS;
import static energy.optibid.it.Plants.PARAMETERS;
import static energy.optibid.it.Plants.added;
import static energy.optibid.it.Plants.asset;
import static energy.optibid.it.Plants.delete;
import static energy.optibid.it.Plants.name;
import static energy.optibid.it.Plants.patch;
import static energy.optibid.it.Plants.path;
import static energy.optibid.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Changes of an asset against the version that was seen, also by many at once. */
class AssetChangesIT {
    @Test
    void changeShouldNameOnlyWhatChangesAndKeepTheRest() {
        String path = path(ASSETS, added(asset("battery", name(), "")));

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
        String path = path(ASSETS, added(asset("battery", name(), "")));

        assertProblem(Api.as("trader").patch(path, "", "{}"), 428, "precondition-required");
        assertProblem(Api.as("admin").delete(path, ""), 428, "precondition-required");
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
        String path = path(ASSETS, added(asset("battery", name(), "")));

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
}
