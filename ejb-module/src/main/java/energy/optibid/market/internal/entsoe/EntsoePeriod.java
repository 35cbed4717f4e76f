package energy.optibid.market.internal.entsoe;

import java.util.Arrays;
import java.util.Map;

/**
 * A period of a series as a document has it: an interval, a resolution, and points as columns of primitives.
 */
final class EntsoePeriod {
    private final int line;
    private final Map<String, String> fields;
    private int[] lines = new int[96];
    private int[] positions = new int[96];
    private long[] unscaled = new long[96];
    private byte[] scales = new byte[96];
    private int size;

    EntsoePeriod(int line, Map<String, String> fields) {
        this.line = line;
        this.fields = fields;
    }

    void add(int pointLine, int position, long unscaledValue, int scale) {
        if (size == positions.length) {
            lines = Arrays.copyOf(lines, 2 * size);
            positions = Arrays.copyOf(positions, 2 * size);
            unscaled = Arrays.copyOf(unscaled, 2 * size);
            scales = Arrays.copyOf(scales, 2 * size);
        }
        lines[size] = pointLine;
        positions[size] = position;
        unscaled[size] = unscaledValue;
        scales[size] = (byte) scale;
        size++;
    }

    int line() {
        return line;
    }

    /** Text of one of its elements, among them start, end and resolution; empty where it is missing. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    int size() {
        return size;
    }

    int line(int point) {
        return lines[point];
    }

    int position(int point) {
        return positions[point];
    }

    long unscaled(int point) {
        return unscaled[point];
    }

    int scale(int point) {
        return scales[point];
    }
}
