package energy.optibid.load.push;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What the load client looks at of a message; docs/reference/websocket.md has the rest.
 *
 * @param zone empty where the message is of none
 * @param seq the place in the log
 * @param coalesced how many earlier messages it stands for besides itself
 */
record ServerMessage(String type, String zone, long seq, int coalesced) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Reads the envelope and skips the data. */
    static ServerMessage read(ByteBuffer text) throws IOException {
        byte[] bytes = new byte[text.remaining()];
        text.get(bytes);
        String type = "";
        String zone = "";
        long seq = 0;
        int coalesced = 0;
        try (JsonParser parser = JSON.createParser(bytes)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "type" -> type = parser.getText();
                    case "zone" -> zone = parser.getText();
                    case "seq" -> seq = parser.getLongValue();
                    case "coalesced" -> coalesced = parser.getIntValue();
                    default -> parser.skipChildren();
                }
            }
        }
        return new ServerMessage(type, zone, seq, coalesced);
    }
}
