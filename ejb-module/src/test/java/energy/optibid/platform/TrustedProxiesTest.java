package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static TrustedProxies trusting(String list) {
        return TrustedProxies.of(new Settings(key -> Optional.of(list)));
    }

    @Test
    void clientShouldBeThePeerWhenNoProxyIsTrusted() {
        assertThat(trusting("").client("203.0.113.9", List.of("198.51.100.1"))).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the nearest of the header | 10.0.0.1 | 198.51.100.1 | 198.51.100.1",
                "what was there before is not believed | 10.0.0.1 | 1.2.3.4, 198.51.100.1 | 198.51.100.1",
                "two trusted proxies | 10.0.0.1 | 198.51.100.1, 10.9.9.9 | 198.51.100.1",
                "a stranger who sends the header | 203.0.113.9 | 1.2.3.4 | 203.0.113.9",
                "what is not an address | 10.0.0.1 | unknown | 10.0.0.1",
                "a name is not looked up | 10.0.0.1 | localhost | 10.0.0.1",
                "a range is not an address | 10.0.0.1 | 198.51.100.0/24 | 10.0.0.1",
                "one spelling | 10.0.0.1 | 2001:DB8:0:0::1 | 2001:db8::1",
                "in brackets | 10.0.0.1 | [2001:db8::1] | 2001:db8::1",
                "mapped | ::ffff:10.0.0.1 | ::ffff:198.51.100.1 | 198.51.100.1",
                "IPv6 proxy | 2001:db8:ffff::7 | 198.51.100.1 | 198.51.100.1"
            })
    void clientShouldBeTheFirstThatIsNoTrustedProxy(String why, String peer, String header, String client) {
        assertThat(trusting("10.0.0.0/8, 2001:db8:ffff::/48").client(peer, List.of(header)))
                .as(why)
                .isEqualTo(client);
    }

    @Test
    void clientShouldBeReadFromTheLastHeaderWhenThereAreSeveral() {
        assertThat(trusting("10.0.0.1").client("10.0.0.1", List.of("1.2.3.4", "198.51.100.1")))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void clientShouldBeFoundWhenTheHeaderIsEndless() {
        String header = "10.0.0.1,".repeat(100_000) + "198.51.100.1";

        assertThat(trusting("10.0.0.0/8").client("10.0.0.1", List.of(header))).isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "*", "10.0.0", "10.0.0.1;10.0.0.2", "10.0.0.1,"})
    void settingShouldBeRefusedWhenItIsNoListOfAddresses(String list) {
        assertThatThrownBy(() -> trusting(list))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("optibid.web.trusted-proxies");
    }
}
