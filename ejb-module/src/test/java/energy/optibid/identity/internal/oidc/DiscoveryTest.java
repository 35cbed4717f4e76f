package energy.optibid.identity.internal.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.platform.Environment;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private final StubProvider stub = new StubProvider();
    private final Discovery discovery = new Discovery(
            new ProviderHttp(ProviderHttpTest.addresses(Environment.DEVELOPMENT, "")),
            Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC));
    private final String issuer = stub.uri("/realm").toString();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void metadataShouldBeRememberedWhenTheyWereRead() {
        publish(document());

        ProviderMetadata metadata = discovery.of(issuer);

        assertThat(metadata.authorization()).hasToString("https://id.example/auth");
        assertThat(metadata.token()).hasToString("https://id.example/token");
        assertThat(metadata.keys()).hasToString("https://id.example/keys");
        assertThat(metadata.secretInBody()).isFalse();
        assertThat(metadata.tellsIssuer()).isTrue();
        assertThat(discovery.of(issuer)).isEqualTo(metadata);
        assertThat(stub.requests).hasValue(1);
        discovery.read(issuer);
        assertThat(stub.requests).hasValue(2);
    }

    @Test
    void secretShouldGoIntoTheFormWhenTheProviderTakesItThereOnly() {
        publish(document().replace("client_secret_basic", "client_secret_post"));

        assertThat(discovery.of(issuer).secretInBody()).isTrue();
    }

    @Test
    void discoveryShouldRefuseProviderWhenItIsNotUsable() {
        refuse(document().replace("/realm\"", "/other\""), "is of the issuer");
        refuse(document().replace("[\"code\"]", "[\"token\"]"), "code flow");
        refuse(document().replace("[\"S256\"]", "[\"plain\"]"), "PKCE");
        refuse(document().replace("RS256", "HS256"), "signs ID tokens");
        refuse(document().replace("client_secret_basic", "private_key_jwt"), "client's secret");
        refuse(document().replace("jwks_uri", "x"), "no jwks_uri");
        refuse(document().replace("https://id.example/token", "https://id .example"), "address that is none");
        refuse("<html>", "JSON object");
    }

    private void refuse(String document, String reason) {
        publish(document);
        assertThatThrownBy(() -> discovery.read(issuer))
                .isInstanceOf(ProviderFailedException.class)
                .hasMessageContaining(reason);
    }

    private void publish(String document) {
        stub.answer("/realm/.well-known/openid-configuration", document);
    }

    private String document() {
        return """
                {"issuer": "%s",
                 "authorization_endpoint": "https://id.example/auth",
                 "token_endpoint": "https://id.example/token",
                 "jwks_uri": "https://id.example/keys",
                 "response_types_supported": ["code"],
                 "code_challenge_methods_supported": ["S256"],
                 "id_token_signing_alg_values_supported": ["RS256"],
                 "token_endpoint_auth_methods_supported": ["client_secret_basic"],
                 "authorization_response_iss_parameter_supported": true}
                """.formatted(issuer);
    }
}
