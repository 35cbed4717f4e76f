package energy.optibid.it;

import static energy.optibid.it.ProviderDesk.finding;
import static energy.optibid.it.ProviderDesk.stored;
import static energy.optibid.it.SingleSignOnSteps.assertNobody;
import static energy.optibid.it.SingleSignOnSteps.finish;
import static energy.optibid.it.SingleSignOnSteps.start;
import static energy.optibid.it.SingleSignOnSteps.startAddress;
import static energy.optibid.it.SingleSignOnSteps.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Single sign-on against a real Keycloak: its log-in page, its codes, its keys, its groups. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SingleSignOnIT {
    private static final String DOMAIN = ProviderDesk.DOMAIN;
    private static final String TANJA = "tanja@" + DOMAIN;
    private static final String TANJAS_PASSWORD = "tanja-keycloak-2026";

    private final Keycloak keycloak = Keycloak.at(ServerUnderTest.base());
    private final ProviderDesk desk = new ProviderDesk();

    @BeforeAll
    void setUpProvider() {
        Answer stored = desk.put(desk.settings(keycloak.issuer(), true), "");
        assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
    }

    @Test
    @Order(1)
    void providerShouldBeReadWithoutItsSecretWhenItWasStored() {
        Answer answer = Api.as("admin").get(desk.path());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("issuer").asText()).isEqualTo(keycloak.issuer());
        assertThat(answer.json().get("roleMapping").get("desk-traders").asText())
                .isEqualTo("trader");
        assertThat(answer.body()).doesNotContain(Keycloak.CLIENT_SECRET);
        assertThat(stored("select encode(client_secret_sealed, 'escape') from identity_providers"))
                .doesNotContain(Keycloak.CLIENT_SECRET);
        assertThat(Api.as("trader").get(desk.path()).status()).isEqualTo(403);
        assertThat(Api.as("admin")
                        .get("/api/v1/organisations/00000000-0000-7000-8000-000000000000/identity-provider")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(2)
    void providerShouldBeRefusedWithReasonsWhenItIsNotUsable() {
        String etag = Api.as("admin").get(desk.path()).header("ETag");

        assertThat(desk.put(desk.settings(keycloak.issuer(), true), "").status())
                .isEqualTo(428);
        assertThat(desk.put(desk.settings(keycloak.issuer(), true), "\"99\"").status())
                .isEqualTo(412);
        Answer wrongIssuer = desk.put(desk.settings(keycloak.issuer() + "/", true), etag);
        assertThat(wrongIssuer.status()).isEqualTo(422);
        assertThat(finding(wrongIssuer)).isEqualTo("provider-not-usable");
        Answer nobody = desk.put(desk.settings("http://127.0.0.1:1/realms/utility", true), etag);
        assertThat(finding(nobody)).isEqualTo("provider-not-usable");
        Answer operator = desk.put(desk.settings(keycloak.issuer(), true).replace("\"trader\"", "\"operator\""), etag);
        assertThat(finding(operator)).isEqualTo("role-not-grantable");
        Answer othersSecret = desk.put(
                desk.settings(keycloak.issuer(), true)
                        .replace("\"clientSecret\":\"" + Keycloak.CLIENT_SECRET + "\",", "")
                        .replace("\"clientId\":\"optibid\"", "\"clientId\":\"another\""),
                etag);
        assertThat(finding(othersSecret)).isEqualTo("missing-client-secret");
    }

    @Test
    @Order(2)
    void providerShouldTellWhatChangedWhenAnotherAdministratorWasFaster() {
        String more = desk.settings(keycloak.issuer(), true)
                .replace("\"desk-viewers\"", "\"token-keepers\":\"viewer\",\"desk-viewers\"");
        String seen =
                desk.put(more, Api.as("admin").get(desk.path()).header("ETag")).header("ETag");
        String now = desk.put(more.replace("\"createUsers\":true", "\"createUsers\":false"), seen)
                .header("ETag");

        Answer stale = desk.put(more, seen);

        assertThat(stale.status()).as(stale.toString()).isEqualTo(412);
        assertThat(stale.json().get("errors").findValuesAsText("message"))
                .as("what is named like a secret is masked on both sides and so the same")
                .containsExactly("createUsers was true and is false");
        assertThat(stale.json().get("detail").asText()).contains("changed it at");
        assertThat(stale.body()).doesNotContain(Keycloak.CLIENT_SECRET);
        assertThat(Api.as("admin").delete(desk.path(), seen).json().get("errors"))
                .isEqualTo(stale.json().get("errors"));
        assertThat(desk.put(desk.settings(keycloak.issuer(), true), now).status())
                .isEqualTo(200);
    }

    @Test
    @Order(3)
    void logInShouldMakeTheAccountWithTheRolesOfItsGroupsWhenKeycloakVouches() {
        Browser browser = new Browser();
        URI authorization = start(browser, TANJA, "#/assets");
        assertThat(authorization.toString())
                .startsWith(keycloak.issuer())
                .contains("code_challenge_method=S256", "code_challenge=", "nonce=", "state=");
        assertThat(browser.cookies(ServerUnderTest.base()).keySet()).anyMatch(name -> name.contains("optibid-oidc-"));

        Answer done = browser.get(browser.logInAt(authorization, "tanja", TANJAS_PASSWORD));

        assertThat(done.status()).as(done.toString()).isEqualTo(303);
        assertThat(done.header("Location")).isEqualTo(ServerUnderTest.base() + "/#/assets");
        assertThat(done.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.contains("optibid-refresh=") && cookie.contains("HttpOnly"));
        assertThat(browser.cookies(ServerUnderTest.base()).keySet()).noneMatch(name -> name.contains("optibid-oidc-"));
        JsonNode user = user(browser);
        assertThat(user.get("email").asText()).isEqualTo(TANJA);
        assertThat(user.get("displayName").asText()).isEqualTo("Tanja Trader");
        assertThat(user.get("roles").toString()).isEqualTo("[\"trader\"]");
        assertThat(user.get("organisation").get("id").asText()).isEqualTo(desk.organisation());
    }

    @Test
    @Order(4)
    void rolesShouldBeThoseOfTheProviderWhenGroupsHaveChangedAtTheNextLogIn() {
        keycloak.move("tanja", "desk-traders", "desk-viewers");

        Browser browser = new Browser();
        finish(browser, browser.logInAt(start(browser, TANJA, ""), "tanja", TANJAS_PASSWORD), "/");

        assertThat(user(browser).get("roles").toString()).isEqualTo("[\"viewer\"]");
        assertThat(stored("select count(*) from external_identities")).isEqualTo("1");
    }

    @Test
    @Order(5)
    void userShouldBeRefusedWhenNoGroupGivesARole() {
        Browser browser = new Browser();

        URI callback = browser.logInAt(start(browser, "carl@" + DOMAIN, ""), "carl", "carl-keycloak-2026");

        finish(browser, callback, "/#/login?problem=sso-no-role");
        assertNobody(browser);
    }

    @Test
    @Order(6)
    void userShouldBeRefusedWhenTheProviderHasNotVerifiedTheAddress() {
        Browser browser = new Browser();

        URI callback = browser.logInAt(start(browser, "ursula@" + DOMAIN, ""), "ursula", "ursula-keycloak-2026");

        finish(browser, callback, "/#/login?problem=sso-no-account");
        assertNobody(browser);
    }

    @Test
    @Order(7)
    void answerShouldCountOnceWhenItIsReplayed() {
        Browser browser = new Browser();
        URI callback = browser.logInAt(start(browser, TANJA, ""), "tanja", TANJAS_PASSWORD);
        String cookie = browser.cookies(ServerUnderTest.base()).toString();

        finish(browser, callback, "/");
        assertThat(cookie).contains("optibid-oidc-");

        finish(browser, callback, "/#/login?problem=sso-expired");
    }

    @Test
    @Order(8)
    void answerShouldNotCountWhenItComesFromAnotherBrowser() {
        Browser attacker = new Browser();
        URI callback = attacker.logInAt(start(attacker, TANJA, ""), "tanja", TANJAS_PASSWORD);
        Browser victim = new Browser();

        finish(victim, callback, "/#/login?problem=sso-other-browser");

        assertNobody(victim);
        // It is used up by that.
        finish(attacker, callback, "/#/login?problem=sso-expired");
    }

    @Test
    @Order(9)
    void answerShouldNotCountWhenItIsNotTheProviders() {
        assertTampered("code=[^&]+", "code=invented", "sso-not-accepted");
        assertTampered("state=[^&]+", "state=obs_invented", "sso-expired");
        assertTampered("iss=[^&]+", "iss=https%3A%2F%2Fattacker.example", "sso-not-accepted");
        assertTampered("iss=[^&]+&?", "", "sso-not-accepted");
        assertTampered("code=[^&]+", "error=access_denied", "sso-denied");
    }

    @Test
    @Order(10)
    void codeShouldNotCountWhenItBelongsToAnotherLogIn() {
        Browser other = new Browser();
        String stolen = parameter(other.logInAt(start(other, TANJA, ""), "tanja", TANJAS_PASSWORD), "code");

        // PKCE: the verifier of this log-in is not that of the stolen code.
        assertTampered("code=[^&]+", "code=" + stolen, "sso-not-accepted");
    }

    @Test
    @Order(11)
    void logInShouldBeRefusedWhenTheNonceWasExchanged() {
        Browser browser = new Browser();
        URI authorization = start(browser, TANJA, "");
        URI changed = URI.create(authorization.toString().replaceFirst("nonce=[^&]+", "nonce=another"));

        finish(browser, browser.logInAt(changed, "tanja", TANJAS_PASSWORD), "/#/login?problem=sso-not-accepted");

        assertNobody(browser);
    }

    @Test
    @Order(12)
    void startShouldBeRefusedWhenNobodyHasTheDomain() {
        Answer unknown = new Browser().postJson(startAddress(), "{\"email\":\"somebody@unknown.example\"}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().get("code").asText()).isEqualTo("single-sign-on-unknown");
        assertThat(new Browser().postJson(startAddress(), "{}").status()).isEqualTo(400);
        Browser browser = new Browser();
        Answer elsewhere = browser.postJson(
                startAddress(),
                "{\"organisation\":\"" + desk.organisation() + "\",\"returnTo\":\"//attacker.example/\"}");
        assertThat(elsewhere.status()).isEqualTo(200);
        URI authorization = URI.create(elsewhere.json().get("authorizationUrl").asText());
        finish(browser, browser.logInAt(authorization, "tanja", TANJAS_PASSWORD), "/");
    }

    @Test
    @Order(13)
    void auditTrailShouldTellOfTheRefusalsWhenTheyHappened() {
        assertThat(stored("select count(*) > 5 from audit_entries where action = 'log-in.refused'"
                        + " and subject_type = 'identity-provider'"))
                .isEqualTo("t");
        assertThat(stored("select count(*) from audit_entries where action = 'external-identity.link'"))
                .isEqualTo("1");
        assertThat(stored("select string_agg(coalesce(new_values::text, ''), ' ') from audit_entries"))
                .doesNotContain(Keycloak.CLIENT_SECRET);
        assertThat(stored("select count(*) from oidc_log_ins where sealed_secrets is null"))
                .isEqualTo("0");
    }

    @Test
    @Order(14)
    void passwordShouldBeRefusedWhenTheOrganisationRequiresSingleSignOn() {
        desk.policy("{\"singleSignOnRequired\":true}");
        try {
            Answer refused = Api.anonymous()
                    .post(
                            "/api/v1/auth/login",
                            "{\"email\":\"viewer@demo.optibid\",\"password\":\"optibid-demo-2026\"}");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.json().get("code").asText()).isEqualTo("log-in-refused");
            Browser browser = new Browser();
            finish(browser, browser.logInAt(start(browser, TANJA, ""), "tanja", TANJAS_PASSWORD), "/");
            Api admin = Api.as("admin");
            Answer needed = admin.delete(desk.path(), admin.get(desk.path()).header("ETag"));
            assertThat(needed.status()).as(needed.toString()).isEqualTo(409);
            assertThat(needed.json().get("code").asText()).isEqualTo("identity-provider-needed");
        } finally {
            desk.policy("{\"singleSignOnRequired\":false}");
        }
    }

    @Test
    @Order(15)
    void logInShouldFailClearlyWhenTheProviderIsDown() {
        Browser browser = new Browser();
        URI callback = browser.logInAt(start(browser, TANJA, ""), "tanja", TANJAS_PASSWORD);

        keycloak.stop();

        finish(browser, callback, "/#/login?problem=sso-provider-unavailable");
        assertNobody(browser);
    }

    private void assertTampered(String found, String replacement, String problem) {
        Browser browser = new Browser();
        URI callback = browser.logInAt(start(browser, TANJA, ""), "tanja", TANJAS_PASSWORD);
        String changed = callback.toString().replaceFirst(found, replacement);
        assertThat(changed).isNotEqualTo(callback.toString());
        finish(browser, URI.create(changed), "/#/login?problem=" + problem);
        assertNobody(browser);
    }

    private static String parameter(URI address, String name) {
        return address.getRawQuery().replaceFirst("(^|.*&)" + name + "=([^&]*).*", "$2");
    }
}
