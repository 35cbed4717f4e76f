package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Log-in, tokens, roles: everything is refused that is not allowed. */
class AccessIT {

    @Test
    void logInShouldGiveTokenAndUserWhenPasswordIsRight() {
        Answer answer = logIn(" Trader@Demo.OptiBid ", "optibid-demo-2026");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("tokenType").asText()).isEqualTo("Bearer");
        assertThat(answer.json().get("expiresIn").asInt()).isEqualTo(900);
        JsonNode user = answer.json().get("user");
        assertThat(user.get("email").asText()).isEqualTo("trader@demo.optibid");
        assertThat(user.get("organisation").get("name").asText()).isEqualTo("Demo Energy");
        assertThat(user.get("roles").get(0).asText()).isEqualTo("trader");
        assertThat(answer.body()).doesNotContain("argon2");
    }

    @Test
    void logInShouldBeRefusedAlikeWhenAddressIsUnknownOrPasswordIsWrong() {
        Answer wrong = logIn("trader@demo.optibid", "wrong");
        Answer unknown = logIn("nobody@demo.optibid", "wrong");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().get("code").asText()).isEqualTo("log-in-refused");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.json().get("detail")).isEqualTo(wrong.json().get("detail"));
    }

    @Test
    void meShouldTellTheUserWhenTokenIsGood() {
        Answer answer = Api.as("admin").get("/api/v1/auth/me");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("email").asText()).isEqualTo("admin@demo.optibid");
        assertThat(answer.json().get("roles").toString()).isEqualTo("[\"administrator\",\"operator\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth/me",
                "/api/v1/assets",
                "/api/v1/zones",
                "/api/v1/products",
                "/api/v1/bid-runs",
                "/api/v1/market-data/coverage?product=SDAC&zone=DE_LU",
                "/api/v1/application.wadl",
                "/api/v1/health/x",
                "/api/v1/auth/login/x",
                "/api/v1/no-such-thing",
                "/api/v1/"
            })
    void everythingShouldNeedTokenWhenNoneIsSent(String path) {
        Answer answer = Api.anonymous().get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertProblem(answer, "not-authenticated");
    }

    @Test
    void requestShouldBeRefusedWhenTokenIsForged() {
        String token = logIn("viewer@demo.optibid", "optibid-demo-2026")
                .json()
                .get("accessToken")
                .asText();
        String[] parts = token.split("\\.", -1);
        String unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";

        for (String forged : new String[] {token + "x", parts[0] + "." + parts[1] + ".", unsigned, "x", "a.b.c"}) {
            Answer answer = Api.withToken(forged).get("/api/v1/assets");
            assertThat(answer.status()).as(forged).isEqualTo(401);
            assertProblem(answer, "not-authenticated");
        }
        assertThat(Api.withToken(token).get("/api/v1/assets").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, /api/v1/assets, application/json",
        "viewer, /api/v1/bid-runs, application/json",
        "trader, /api/v1/market-data/imports?product=SDAC&zone=DE_LU&time=1&timeZone=UTC&price=2, text/csv"
    })
    void operationShouldBeForbiddenWhenRoleDoesNotAllowIt(String user, String path, String type) {
        Answer answer = Api.as(user).post(path, type, BodyPublishers.ofString("{}"));

        assertThat(answer.status()).isEqualTo(403);
        assertProblem(answer, "forbidden");
    }

    @Test
    void healthShouldShowServicesOnlyWhenAdministratorAsks() {
        Answer everyone = Api.anonymous().get("/api/v1/health");
        Answer administrator = Api.as("admin").get("/api/v1/health");

        assertThat(everyone.status()).isEqualTo(200);
        assertThat(everyone.json().get("status").asText()).isIn("healthy", "degraded");
        assertThat(everyone.json().fieldNames()).toIterable().containsExactlyInAnyOrder("status", "time");
        assertThat(Api.as("viewer").get("/api/v1/health").json().has("detail")).isFalse();
        assertThat(administrator.json().get("detail").get("services")).isNotEmpty();
    }

    private static Answer logIn(String email, String password) {
        return Api.anonymous()
                .post("/api/v1/auth/login", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }

    private static void assertProblem(Answer answer, String code) {
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
        assertThat(answer.json().get("requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
    }
}
