package energy.optibid.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SocketProtocolsTest {

    @Test
    void tokenShouldBeFoundBesideTheProtocol() {
        assertThat(SocketProtocols.tokens(List.of("optibid.v1, bearer.aaa.bbb-c.d_d")))
                .containsExactly("aaa.bbb-c.d_d");
        assertThat(SocketProtocols.tokens(List.of("optibid.v1", "bearer.x"))).containsExactly("x");
    }

    @Test
    void everyTokenShouldBeFoundSoThatTwoAreRefused() {
        assertThat(SocketProtocols.tokens(List.of("bearer.a,bearer.b", "bearer.c")))
                .containsExactly("a", "b", "c");
    }

    @Test
    void nothingShouldBeFoundWhereNoTokenIsOffered() {
        assertThat(SocketProtocols.tokens(List.of())).isEmpty();
        assertThat(SocketProtocols.tokens(List.of("optibid.v1, Bearer.x, bearer")))
                .isEmpty();
    }
}
