package energy.optibid.identity.internal.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.platform.Environment;
import energy.optibid.platform.Settings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderHttpTest {
    private final StubProvider stub = new StubProvider();
    private final ProviderHttp http = new ProviderHttp(addresses(Environment.DEVELOPMENT, ""));

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void getShouldGiveTheObjectWhenTheProviderAnswers() {
        stub.answer("/x", "{\"issuer\":\"y\"}");

        assertThat(http.get(stub.uri("/x")).object()).containsEntry("issuer", "y");
    }

    @Test
    void getShouldFollowNoRedirectWhenTheProviderSendsElsewhere() {
        stub.answer("/x", 302, "", Map.of("Location", stub.uri("/inside").toString()));
        stub.answer("/inside", "{}");

        assertThatThrownBy(() -> http.get(stub.uri("/x")).object())
                .isInstanceOf(ProviderFailedException.class)
                .hasMessageContaining("status 302");
        assertThat(stub.requests).hasValue(1);
    }

    @Test
    void getShouldStopWhenTheAnswerIsTooLong() {
        stub.answer("/x", "{\"a\":\"" + "b".repeat(600_000) + "\"}");

        assertThatThrownBy(() -> http.get(stub.uri("/x")))
                .isInstanceOf(ProviderFailedException.class)
                .hasMessageContaining("more than 524288 bytes");
    }

    @Test
    void getShouldNameTheErrorButNotTheBodyWhenTheProviderRefuses() {
        stub.answer("/x", 400, "{\"error\":\"invalid_grant\",\"error_description\":\"secret text\"}", Map.of());
        stub.answer("/y", 400, "{\"error\":\"<script>\"}", Map.of());
        stub.answer("/z", "[1]");

        assertThatThrownBy(() -> http.get(stub.uri("/x")).object())
                .hasMessageEndingWith("answers with status 400, invalid_grant");
        assertThatThrownBy(() -> http.get(stub.uri("/y")).object()).hasMessageEndingWith("answers with status 400");
        assertThatThrownBy(() -> http.get(stub.uri("/z")).object()).hasMessageContaining("JSON object");
    }

    @Test
    void getShouldFailWhenNobodyListens() {
        URI gone = stub.uri("/x");
        stub.close();

        assertThatThrownBy(() -> http.get(gone)).isInstanceOf(ProviderFailedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://[::1]/x",
                "https://10.1.2.3/x",
                "https://172.16.0.1/x",
                "https://192.168.1.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/x",
                "https://0.0.0.0/x",
                "https://[fe80::1]/x",
                "https://[fd00::1]/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://[64:ff9b::a00:1]/x",
                "https://2130706433/x",
                "https://0x7f.1/x",
                "http://93.184.215.14/x",
                "ftp://93.184.215.14/x",
                "https://user:word@93.184.215.14/x",
                "https:///x"
            })
    void requireShouldRefuseAddressInProductionWhenItIsNotOfThePublicInternet(String address) {
        assertThatThrownBy(() -> addresses(Environment.PRODUCTION, "").require(URI.create(address)))
                .isInstanceOf(ProviderFailedException.class);
    }

    @Test
    void requireShouldLetPublicAndAllowedHostsPassInProduction() {
        addresses(Environment.PRODUCTION, "").require(URI.create("https://93.184.215.14/x"));
        addresses(Environment.PRODUCTION, "id.internal, Localhost").require(URI.create("https://LOCALHOST:8443/x"));
    }

    @Test
    void internetShouldContainGlobalAddressesOfBothFamilies() throws UnknownHostException {
        assertThat(PublicInternet.contains(InetAddress.getByName("2606:2800:21f:cb07:6820:80da:af6b:8b2c")))
                .isTrue();
        assertThat(PublicInternet.contains(InetAddress.getByName("2002:0a00:0001::1")))
                .isFalse();
        assertThat(PublicInternet.contains(InetAddress.getByName("198.18.0.1"))).isFalse();
        assertThat(PublicInternet.contains(InetAddress.getByName("240.0.0.1"))).isFalse();
    }

    static ProviderAddress addresses(Environment environment, String allowed) {
        return new ProviderAddress(
                environment,
                new Settings(key -> Optional.of(allowed).filter(x -> key.equals(ProviderAddress.ALLOWED_HOSTS))));
    }
}
