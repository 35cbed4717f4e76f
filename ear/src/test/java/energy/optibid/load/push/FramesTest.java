package energy.optibid.load.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The examples of RFC 6455, section 5.7, and what lies between them. */
class FramesTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String HELLO = "810548656c6c6f";

    @Test
    void frameShouldBeReadWhenItIsAllThere() {
        ByteBuffer in = bytes(HELLO + "8900" + "8105");

        Frames.Frame text = Frames.next(in).orElseThrow();
        Frames.Frame ping = Frames.next(in).orElseThrow();

        assertThat(text.opcode()).isEqualTo(Frames.TEXT);
        assertThat(UTF_8.decode(text.payload()).toString()).isEqualTo("Hello");
        assertThat(ping.opcode()).isEqualTo(Frames.PING);
        assertThat(ping.payload().remaining()).isZero();
        assertThat(Frames.next(in)).isEmpty();
        assertThat(in.remaining()).as("what is left for the next read").isEqualTo(2);
    }

    @Test
    void nothingShouldBeTakenFromAnyPartOfAFrame() {
        for (int length = 0; length < HELLO.length(); length += 2) {
            ByteBuffer part = bytes(HELLO.substring(0, length));

            assertThat(Frames.next(part)).isEmpty();
            assertThat(part.remaining()).isEqualTo(length / 2);
        }
    }

    @Test
    void lengthsOfTwoAndEightBytesShouldBeRead() {
        ByteBuffer in = bytes("817e0100" + "41".repeat(256) + "817f0000000000010000" + "42".repeat(65_536));

        assertThat(Frames.next(in).orElseThrow().payload().remaining()).isEqualTo(256);
        assertThat(Frames.next(in).orElseThrow().payload().remaining()).isEqualTo(65_536);
        assertThat(in.hasRemaining()).isFalse();
    }

    @Test
    void messageInSeveralFramesShouldBeRefused() {
        assertThatIllegalStateException().isThrownBy(() -> Frames.next(bytes("010348656c")));
    }

    @Test
    void frameOfAClientShouldBeMasked() {
        assertThat(hex(Frames.masked(Frames.TEXT, "Hello".getBytes(UTF_8), 0x37fa213d)))
                .isEqualTo("818537fa213d7f9f4d5158");
        assertThat(hex(Frames.masked(Frames.TEXT, new byte[126], 0))).startsWith("81fe007e00000000");
        assertThat(hex(Frames.masked(Frames.TEXT, new byte[65_536], 0))).startsWith("81ff000000000001000000000000");
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HEX.parseHex(hex));
    }

    private static String hex(ByteBuffer frame) {
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return HEX.formatHex(bytes);
    }
}
