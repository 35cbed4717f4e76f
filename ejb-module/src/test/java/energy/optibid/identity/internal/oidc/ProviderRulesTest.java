package energy.optibid.identity.internal.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.identity.IdentityProviderFinding;
import energy.optibid.identity.IdentityProviderSettings;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Environment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProviderRulesTest {
    private static final UUID UTILITY = new UUID(1, 2);
    private static final IdentityProviderSettings GOOD = settings(
            "https://id.utility.example/realms/utility",
            List.of("openid", "email"),
            Map.of("traders", "trader"),
            List.of("utility.example"));

    @Test
    void checkShouldFindNothingWhenSettingsAreGood() {
        assertThat(codes(Environment.PRODUCTION, GOOD, UTILITY)).isEmpty();
    }

    @Test
    void checkShouldFindEverythingAtOnceWhenSettingsAreBad() {
        IdentityProviderSettings bad = settings(
                "http://id.utility.example/?x",
                List.of("e mail"),
                Map.of(" ", "trader", "a", "king", "b", "operator"),
                List.of("Utility.example", "localhost", "a.example", "a.example"));

        assertThat(codes(Environment.PRODUCTION, bad, UTILITY))
                .containsExactlyInAnyOrder(
                        "invalid-issuer",
                        "invalid-issuer",
                        "invalid-scope",
                        "openid-missing",
                        "invalid-group",
                        "unknown-role",
                        "role-not-grantable",
                        "doubled",
                        "invalid-domain",
                        "invalid-domain");
    }

    @Test
    void issuerShouldNeedHttpsInProductionOnly() {
        IdentityProviderSettings plain =
                settings("http://127.0.0.1:8080/realms/utility", List.of("openid"), Map.of(), List.of());

        assertThat(codes(Environment.PRODUCTION, plain, UTILITY)).containsExactly("invalid-issuer");
        assertThat(codes(Environment.DEVELOPMENT, plain, UTILITY)).isEmpty();
        assertThat(codes(
                        Environment.DEVELOPMENT,
                        settings("no address", List.of("openid"), Map.of(), List.of()),
                        UTILITY))
                .containsExactly("invalid-issuer");
    }

    @Test
    void operatorShouldBeGrantableByThePlatformOnly() {
        IdentityProviderSettings operators =
                settings("https://id.utility.example", List.of("openid"), Map.of("wizards", "operator"), List.of());

        assertThat(codes(Environment.PRODUCTION, operators, UTILITY)).containsExactly("role-not-grantable");
        assertThat(codes(Environment.PRODUCTION, operators, Actor.PLATFORM)).isEmpty();
    }

    private static List<String> codes(Environment environment, IdentityProviderSettings settings, UUID organisation) {
        return new ProviderRules(ProviderHttpTest.addresses(environment, ""))
                .check(settings, organisation).stream()
                        .map(IdentityProviderFinding::code)
                        .toList();
    }

    private static IdentityProviderSettings settings(
            String issuer, List<String> scopes, Map<String, String> mapping, List<String> domains) {
        return new IdentityProviderSettings(
                issuer, "optibid", Optional.of("secret"), scopes, "groups", mapping, domains, false);
    }
}
