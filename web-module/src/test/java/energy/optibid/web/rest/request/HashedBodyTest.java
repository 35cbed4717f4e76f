package energy.optibid.web.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HashedBodyTest {
    /** From FIPS 180-4's examples: the hash of "abc". */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void sha256ShouldBeOfAllBytesWhenReadInAnyWay() throws IOException {
        HashedBody body = body("abc");

        assertThat(body.read()).isEqualTo('a');
        assertThat(body.skip(1)).isEqualTo(1);
        assertThat(body.isEnded()).isFalse();
        assertThat(body.readAllBytes()).containsExactly('c');
        assertThat(body.isEnded()).isTrue();
        assertThat(body.sha256()).isEqualTo(ABC);
        assertThat(body.sha256()).isEqualTo(ABC);
    }

    @Test
    void drainShouldReadTheRestWhenNobodyDid() throws IOException {
        HashedBody body = body("abc").drain();

        assertThat(body.isEnded()).isTrue();
        assertThat(body.sha256()).isEqualTo(ABC);
    }

    private static HashedBody body(String text) {
        return new HashedBody(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
