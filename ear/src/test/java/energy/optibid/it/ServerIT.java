package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerIT {

    @Test
    void readinessShouldBeUpWhenServerHasStarted() {
        Answer answer = Api.anonymous().get("/health/ready");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("status").asText()).isEqualTo("UP");
    }

    @Test
    void healthShouldShowTheServicesWhenAskedFor() {
        Answer answer = Api.anonymous().get("/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().findValuesAsText("name"))
                .contains("database", "started", "redis", "kafka", "clickhouse", "mlflow", "entsoe");
        assertThat(answer.json().findValuesAsText("state")).isNotEmpty().isSubsetOf("off", "available");
    }

    @Test
    void livenessShouldBeUpWhenServerHasStarted() {
        assertThat(Api.anonymous().get("/health/live").status()).isEqualTo(200);
    }

    @Test
    void openApiShouldBeServedWhenAskedFor() {
        Answer answer = Api.anonymous().get("/openapi");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("openapi:");
    }

    @Test
    void answersShouldNotTellTheServersNameWhenAsked() {
        Answer answer = Api.anonymous().get("/health/live");

        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
    }
}
