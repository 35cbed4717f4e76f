package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

/** What every refusal has. */
final class Problems {

    private Problems() {}

    /** It is a problem document of that status and code. */
    static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
    }
}
