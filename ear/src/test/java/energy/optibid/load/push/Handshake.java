package energy.optibid.load.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/** The HTTP request that opens a WebSocket, and its answer. */
final class Handshake {
    /** Any 16 bytes; it guards against caches, of which there is none here. */
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private static final String END = "\r\n\r\n";
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private Handshake() {}

    static ByteBuffer request(URI server, String token) {
        String request = """
                GET /ws/prices HTTP/1.1
                Host: %s
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: %s
                Sec-WebSocket-Version: 13
                Authorization: Bearer %s

                """.formatted(server.getAuthority(), KEY, token);
        return ByteBuffer.wrap(request.replace("\n", "\r\n").getBytes(US_ASCII));
    }

    /** The status of the answer, which is taken out of the buffer; absent where it is not all there. */
    static OptionalInt status(ByteBuffer in) {
        byte[] bytes = new byte[in.remaining()];
        in.get(in.position(), bytes);
        String text = new String(bytes, US_ASCII);
        int end = text.indexOf(END);
        if (end < 0) {
            return OptionalInt.empty();
        }
        in.position(in.position() + end + END.length());
        return OptionalInt.of(Integer.parseInt(text.substring(STATUS_AT, STATUS_AT + 3)));
    }
}
