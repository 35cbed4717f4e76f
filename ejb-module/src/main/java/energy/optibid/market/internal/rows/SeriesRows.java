package energy.optibid.market.internal.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of one series of a document or a file, each period once. */
public final class SeriesRows {
    /** A month of quarter-hours and more. */
    private static final int CAPACITY = 1 << 12;

    private final Optional<String> fundamental;
    private final List<RowChunk> chunks = new ArrayList<>();
    private final SeenInstants seen = new SeenInstants();
    private long lastEnd = Long.MIN_VALUE;
    private long firstStart = Long.MAX_VALUE;
    private long size;

    public SeriesRows(Optional<String> fundamental) {
        this.fundamental = fundamental;
    }

    /** Name of the series of fundamentals; absent for prices. */
    public Optional<String> fundamental() {
        return fundamental;
    }

    public List<RowChunk> chunks() {
        return chunks;
    }

    /** Start of the first delivery period, microseconds. */
    public long firstStart() {
        return firstStart;
    }

    /** End of the last delivery period, microseconds. */
    public long lastEnd() {
        return lastEnd;
    }

    public long size() {
        return size;
    }

    /** Adds a row; 0, or the line of the row with the same start, and then nothing was added. */
    public int add(Row row, int line) {
        // Whatever is known when: a period that is there twice is of two auctions.
        int before = seen.add(row.start(), 0, line);
        if (before != 0) {
            return before;
        }
        if (chunks.isEmpty() || chunks.get(chunks.size() - 1).isFull()) {
            chunks.add(new RowChunk(1, CAPACITY));
        }
        RowChunk chunk = chunks.get(chunks.size() - 1);
        chunk.put(0, row.unscaled(), row.scale());
        chunk.add(row.start(), row.minutes(), row.knownAt());
        firstStart = Math.min(firstStart, row.start());
        lastEnd = Math.max(lastEnd, row.start() + row.minutes() * 60_000_000L);
        size++;
        return 0;
    }

    /** Instants in microseconds; the value is {@code unscaled} divided by ten to the power of {@code scale}. */
    public record Row(long start, int minutes, long knownAt, long unscaled, int scale) {}
}
