package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** What a browser does before it goes to the identity provider and after it comes back. */
final class SingleSignOnSteps {

    private SingleSignOnSteps() {}

    static URI start(Browser browser, String email, String returnTo) {
        Answer answer =
                browser.postJson(startAddress(), "{\"email\":\"" + email + "\",\"returnTo\":\"" + returnTo + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return URI.create(answer.json().get("authorizationUrl").asText());
    }

    static void finish(Browser browser, URI callback, String page) {
        Answer answer = browser.get(callback);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(ServerUnderTest.base() + page);
    }

    static void assertNobody(Browser browser) {
        assertThat(browser.cookies(ServerUnderTest.base()).keySet()).noneMatch(name -> name.contains("refresh"));
    }

    static JsonNode user(Browser browser) {
        Answer access = browser.postFromConsole(ServerUnderTest.base().resolve("/api/v1/auth/refresh"));
        assertThat(access.status()).as(access.toString()).isEqualTo(200);
        Answer me = Api.withToken(access.json().get("accessToken").asText()).get("/api/v1/auth/me");
        assertThat(me.status()).as(me.toString()).isEqualTo(200);
        return me.json();
    }

    static URI startAddress() {
        return ServerUnderTest.base().resolve("/api/v1/auth/oidc/start");
    }
}
