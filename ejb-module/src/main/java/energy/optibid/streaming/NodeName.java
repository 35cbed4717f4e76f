package energy.optibid.streaming;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What this process calls itself towards the other nodes: random, so that no two are the same, and new at each start. */
public record NodeName(String value) {
    private static final int BYTES = 4;

    public static NodeName random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new NodeName(HexFormat.of().formatHex(bytes));
    }
}
