package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad access tokens on the running product: 401 and a problem, never 500, each counted. */
class TokensIT {
    private static final String PATH = "/api/v1/assets";

    private static Map<String, String> bad = Map.of();
    private static String good = "";

    @BeforeAll
    static void forge() throws JOSEException {
        good = Tab.loggedIn("trader").token();
        bad = new TokenForge(good).tokens();
    }

    static Stream<String> badTokens() {
        return bad.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void requestShouldBeRefusedAndCountedWhenTheTokenIsBad(String name) {
        double before = refusals();

        assertRefused(Api.withToken(bad.getOrDefault(name, "")).get(PATH));

        assertThat(refusals()).as("the counter of %s", name).isGreaterThan(before);
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void openOperationShouldBeRefusedTooWhenTheTokenIsBad(String name) {
        assertRefused(Api.withToken(bad.getOrDefault(name, "")).get("/api/v1/auth/jwks"));
    }

    @Test
    void requestShouldBeRefusedWhenTwoTokensAreSent() {
        assertRefused(
                Api.anonymous().send(Api.withToken(good).request(PATH).header("Authorization", "Bearer " + good)));
    }

    @Test
    void requestShouldBeRefusedWhenTheTokenIsElsewhere() {
        assertRefused(Api.anonymous().get(PATH + "?access_token=" + good));
        assertRefused(Api.anonymous().send(Api.anonymous().request(PATH).header("Authorization", "Basic " + good)));
        assertRefused(Api.anonymous().send(Api.anonymous().request(PATH).header("Authorization", good)));
        assertRefused(Api.anonymous().send(Api.anonymous().request(PATH).header("X-Authorization", "Bearer " + good)));
        assertRefused(Api.anonymous().get(PATH));
    }

    @Test
    void requestShouldBeServedWhenTheTokenIsGood() {
        assertThat(Api.withToken(good).get(PATH).status()).isEqualTo(200);
        assertThat(Api.anonymous()
                        .send(Api.anonymous().request(PATH).header("Authorization", "bearer " + good))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keysShouldBePublishedWithoutTheirSecretHalvesWhenAnyoneAsks() {
        Answer answer = Api.anonymous().get("/api/v1/auth/jwks");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("max-age=600").doesNotContain("no-store");
        assertThat(answer.json().get("keys")).isNotEmpty();
        for (JsonNode key : answer.json().get("keys")) {
            assertThat(key.get("crv").asText()).isEqualTo("P-256");
            assertThat(key.has("d")).isFalse();
        }
    }

    @Test
    void keyShouldBePublishedBeforeItSignsWhenTheOperatorChangesIt() {
        Tab operator = Tab.loggedIn("admin");
        Answer changed = Api.withToken(operator.token()).post("/api/v1/auth/keys/change", "");
        Answer again = Api.withToken(operator.token()).post("/api/v1/auth/keys/change", "");

        assertThat(changed.status()).isEqualTo(200);
        JsonNode keys = changed.json().get("items");
        assertThat(keys.findValuesAsText("state")).containsExactly("signing", "next");
        assertThat(again.json().get("items")).as("one is waiting already").isEqualTo(keys);
        assertThat(Api.anonymous().get("/api/v1/auth/jwks").json().findValuesAsText("kid"))
                .containsExactlyElementsOf(keys.findValuesAsText("id"));
        assertThat(operator.status()).as("nobody is logged out").isEqualTo(200);
        assertThat(Api.as("trader").get("/api/v1/auth/keys").status()).isEqualTo(403);
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asText()).isEqualTo("not-authenticated");
        assertThat(answer.json().get("requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
    }

    private static double refusals() {
        return Scrape.now().sum("optibid_token_refusals_total");
    }
}
