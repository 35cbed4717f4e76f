package energy.optibid.liquibase.audit;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 value. */
public final class ChainHash {
    static final int BYTES = 32;

    /** What the first seal of a chain names as the hash before it: zeros. */
    public static final ChainHash NONE = new ChainHash(new byte[BYTES]);

    private final byte[] bytes;

    private ChainHash(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A SHA-256 value has " + BYTES + " bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    public static ChainHash of(byte[] bytes) {
        return new ChainHash(bytes.clone());
    }

    /** @throws IllegalArgumentException where it is not 64 hexadecimal digits */
    public static ChainHash parse(String hex) {
        return new ChainHash(HexFormat.of().parseHex(hex));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChainHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** 64 hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
