package energy.optibid.identity.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.identity.Visitor;
import energy.optibid.platform.Origin;
import energy.optibid.platform.SecretToken;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void networkShouldBeTheSameWhenIpv6AddressesShareTheirFirst64Bits() {
        assertThat(network("2001:db8:1:2::1")).isEqualTo(network("2001:db8:1:2:ffff:1:2:3"));
        assertThat(network("2001:db8:1:2::1")).isNotEqualTo(network("2001:db8:1:3::1"));
        assertThat(network("192.0.2.1")).isNotEqualTo(network("192.0.2.2"));
        assertThat(network("::ffff:192.0.2.1")).isNotEqualTo(network("not:an:address"));
    }

    @Test
    void deviceShouldBeAbsentWhenCookieIsNotOurs() {
        SecretToken token = SecretToken.next(Place.DEVICE_PREFIX);

        assertThat(Place.device(visitor("192.0.2.1", Optional.of(token.text()))))
                .contains(Place.device(token));
        assertThat(Place.device(visitor("192.0.2.1", Optional.of("obd_x")))).isEmpty();
        assertThat(Place.device(visitor("192.0.2.1", Optional.empty()))).isEmpty();
    }

    @Test
    void countersShouldLeaveTheAccountAloneWhenPlaceIsKnown() {
        Place somewhere = Place.network(visitor("192.0.2.1", Optional.empty()));

        List<Counter> unknown = Counter.of("hilde@stadtwerke.example", somewhere);
        List<Counter> known = Counter.of("hilde@stadtwerke.example", somewhere.asKnown());

        assertThat(unknown).hasSize(2);
        assertThat(known).containsExactly(unknown.get(0));
        assertThat(Counter.of("max@stadtwerke.example", somewhere)).doesNotContainAnyElementsOf(unknown);
    }

    private static Place network(String address) {
        return Place.network(visitor(address, Optional.empty()));
    }

    private static Visitor visitor(String address, Optional<String> device) {
        return new Visitor(new Origin(address, "", ""), device);
    }
}
