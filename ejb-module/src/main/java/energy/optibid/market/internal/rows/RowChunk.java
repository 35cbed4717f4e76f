package energy.optibid.market.internal.rows;

/** Rows as columns of primitives, reused from chunk to chunk. Instants in microseconds since 1970. */
public final class RowChunk {
    /** Large enough that the round trips of a COPY do not count, small enough to stay in the processor's cache. */
    public static final int CAPACITY = 1 << 15;

    private final long[] starts;
    private final short[] minutes;
    private final long[] knownAts;
    private final long[][] unscaled;
    private final byte[][] scales;
    private int size;
    private long firstStart;
    private long lastStart;

    /** Value 0 is the price where the file has one; the others are fundamentals. */
    public RowChunk(int values) {
        this(values, CAPACITY);
    }

    /** For files that are known to be short. */
    public RowChunk(int values, int capacity) {
        starts = new long[capacity];
        minutes = new short[capacity];
        knownAts = new long[capacity];
        unscaled = new long[values][capacity];
        scales = new byte[values][capacity];
    }

    /** Adds a row; its values are put by {@link #put} before. */
    public void add(long start, int periodMinutes, long knownAt) {
        starts[size] = start;
        minutes[size] = (short) periodMinutes;
        knownAts[size] = knownAt;
        firstStart = size == 0 ? start : Math.min(firstStart, start);
        lastStart = size == 0 ? start : Math.max(lastStart, start);
        size++;
    }

    /** Sets a value of the row that is added next. */
    public void put(int value, long unscaledNumber, int scale) {
        unscaled[value][size] = unscaledNumber;
        scales[value][size] = (byte) scale;
    }

    public boolean isFull() {
        return size == starts.length;
    }

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    /** The least start of all rows. */
    public long firstStart() {
        return firstStart;
    }

    /** The greatest start of all rows. */
    public long lastStart() {
        return lastStart;
    }

    public long start(int row) {
        return starts[row];
    }

    public int minutes(int row) {
        return minutes[row];
    }

    public long knownAt(int row) {
        return knownAts[row];
    }

    public long unscaled(int value, int row) {
        return unscaled[value][row];
    }

    public int scale(int value, int row) {
        return scales[value][row];
    }
}
