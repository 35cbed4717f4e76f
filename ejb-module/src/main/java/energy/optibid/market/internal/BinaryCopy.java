package energy.optibid.market.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One COPY in PostgreSQL's binary format (documentation of COPY, "Binary Format"), which spares the server the parsing
 * of times and numbers. The server takes rows in while the next ones are written here.
 */
final class BinaryCopy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int BUFFER_BYTES = 64 * 1024;

    /** More than the widest row: 9 columns, of which one is a text of at most 50 bytes. */
    private static final int WIDEST_ROW_BYTES = 512;

    /** From 1970-01-01, where Java counts from, to 2000-01-01, where PostgreSQL does. */
    private static final long MICROS_TO_2000 = 946_684_800_000_000L;

    private static final int DIGITS_PER_GROUP = 4;
    private static final short POSITIVE = 0;
    private static final short NEGATIVE = 0x4000;

    private final CopyIn copy;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final short[] groups = new short[12];
    private int at;

    BinaryCopy(Connection connection, String tableAndColumns) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + tableAndColumns + " from stdin (format binary)");
        System.arraycopy(SIGNATURE, 0, buffer, 0, SIGNATURE.length);
        at = SIGNATURE.length;
        putInt(0);
        putInt(0);
    }

    void beginRow(int columns) throws SQLException {
        if (at > BUFFER_BYTES - WIDEST_ROW_BYTES) {
            flush();
        }
        putShort(columns);
    }

    void smallint(int value) {
        putInt(2);
        putShort(value);
    }

    void timestamptz(long epochMicros) {
        putInt(8);
        putLong(epochMicros - MICROS_TO_2000);
    }

    void bool(boolean value) {
        putInt(1);
        buffer[at++] = (byte) (value ? 1 : 0);
    }

    void uuid(UUID value) {
        putInt(16);
        putLong(value.getMostSignificantBits());
        putLong(value.getLeastSignificantBits());
    }

    /** At most 50 characters of ASCII. */
    void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
        putInt(bytes.length);
        System.arraycopy(bytes, 0, buffer, at, bytes.length);
        at += bytes.length;
    }

    /** The number {@code unscaled} divided by ten to the power of {@code scale}: groups of four decimal digits. */
    void numeric(long unscaled, int scale) {
        long magnitude = Math.abs(unscaled);
        long power = 1;
        for (int i = 0; i < scale; i++) {
            power *= 10;
        }
        int count = wholeGroups(magnitude / power);
        int weight = count - 1;
        count = fractionGroups(magnitude % power, scale, count);
        while (count > 0 && groups[count - 1] == 0) {
            count--;
        }
        putInt(8 + 2 * count);
        putShort(count);
        putShort(weight);
        putShort(unscaled < 0 ? NEGATIVE : POSITIVE);
        putShort(scale);
        for (int i = 0; i < count; i++) {
            putShort(groups[i]);
        }
    }

    private int wholeGroups(long whole) {
        int count = 0;
        for (long rest = whole; rest > 0; rest /= 10_000) {
            count++;
        }
        long rest = whole;
        for (int i = count - 1; i >= 0; i--) {
            groups[i] = (short) (rest % 10_000);
            rest /= 10_000;
        }
        return count;
    }

    private int fractionGroups(long fraction, int scale, int from) {
        int count = from;
        long rest = fraction;
        int digits = scale;
        while (digits > 0) {
            int taken = Math.min(DIGITS_PER_GROUP, digits);
            long power = 1;
            for (int i = taken; i < digits; i++) {
                power *= 10;
            }
            long group = rest / power;
            rest %= power;
            for (int i = taken; i < DIGITS_PER_GROUP; i++) {
                group *= 10;
            }
            groups[count++] = (short) group;
            digits -= taken;
        }
        return count;
    }

    /** Ends the COPY; what it brought is visible to the transaction from then on. */
    void end() throws SQLException {
        putShort(-1);
        flush();
        copy.endCopy();
    }

    /** Gives the COPY up, so that the connection can be used again. */
    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer, 0, at);
        at = 0;
    }

    private void putShort(int value) {
        buffer[at++] = (byte) (value >> 8);
        buffer[at++] = (byte) value;
    }

    private void putInt(int value) {
        putShort(value >> 16);
        putShort(value);
    }

    private void putLong(long value) {
        putInt((int) (value >> 32));
        putInt((int) value);
    }
}
