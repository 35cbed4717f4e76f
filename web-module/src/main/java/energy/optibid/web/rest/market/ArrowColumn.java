package energy.optibid.web.rest.market;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * A column of an Arrow table without absent values.
 *
 * @param values as Arrow lays them out: little-endian, one bit each where they are true or false
 */
record ArrowColumn(String name, Kind kind, ByteBuffer values) {
    private static final int ALIGNMENT = 8;

    enum Kind {
        /** Milliseconds of UTC, 64 bits. */
        INSTANT,
        /** 32 bits, with a sign. */
        INT,
        /** IEEE 754, 64 bits. */
        DOUBLE,
        BOOLEAN
    }

    static <T> ArrowColumn instants(String name, List<T> rows, Function<T, Instant> value) {
        ByteBuffer values = buffer(rows.size() * Long.BYTES);
        rows.forEach(row -> values.putLong(value.apply(row).toEpochMilli()));
        return new ArrowColumn(name, Kind.INSTANT, values);
    }

    static <T> ArrowColumn ints(String name, List<T> rows, ToIntFunction<T> value) {
        ByteBuffer values = buffer(rows.size() * Integer.BYTES);
        rows.forEach(row -> values.putInt(value.applyAsInt(row)));
        return new ArrowColumn(name, Kind.INT, values);
    }

    static <T> ArrowColumn doubles(String name, List<T> rows, ToDoubleFunction<T> value) {
        ByteBuffer values = buffer(rows.size() * Double.BYTES);
        rows.forEach(row -> values.putDouble(value.applyAsDouble(row)));
        return new ArrowColumn(name, Kind.DOUBLE, values);
    }

    static <T> ArrowColumn booleans(String name, List<T> rows, Predicate<T> value) {
        ByteBuffer values = buffer((rows.size() + Byte.SIZE - 1) / Byte.SIZE);
        for (int i = 0; i < rows.size(); i++) {
            int bit = value.test(rows.get(i)) ? 1 << i % Byte.SIZE : 0;
            values.put(i / Byte.SIZE, (byte) (values.get(i / Byte.SIZE) | bit));
        }
        return new ArrowColumn(name, Kind.BOOLEAN, values);
    }

    /** Filled up to a multiple of eight bytes, which is where the next one begins. */
    private static ByteBuffer buffer(int bytes) {
        int padded = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
    }
}
