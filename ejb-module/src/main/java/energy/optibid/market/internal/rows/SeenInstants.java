package energy.optibid.market.internal.rows;

/** The delivery starts and instants of knowledge that a file had so far, with the line of each; 20 bytes a slot. */
public final class SeenInstants {
    private static final int FIRST_CAPACITY = 1 << 12;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] starts = new long[FIRST_CAPACITY];
    private long[] knownAts = new long[FIRST_CAPACITY];
    private int[] lines = new int[FIRST_CAPACITY];
    private int size;

    /** The line that had both before, or 0. */
    public int lineOf(long start, long knownAt) {
        return lines[slot(start, knownAt)];
    }

    /** Notes both, unless they are there: then returns the line that had them before, else 0. */
    public int add(long start, long knownAt, int line) {
        int slot = slot(start, knownAt);
        if (lines[slot] != 0) {
            return lines[slot];
        }
        starts[slot] = start;
        knownAts[slot] = knownAt;
        lines[slot] = line;
        if (++size > lines.length / 2) {
            grow();
        }
        return 0;
    }

    private int slot(long start, long knownAt) {
        int mask = lines.length - 1;
        int slot = (int) (((start * GOLDEN + knownAt) * GOLDEN) >>> 32) & mask;
        while (lines[slot] != 0 && (starts[slot] != start || knownAts[slot] != knownAt)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldStarts = starts;
        long[] oldKnownAts = knownAts;
        int[] oldLines = lines;
        starts = new long[oldLines.length * 2];
        knownAts = new long[oldLines.length * 2];
        lines = new int[oldLines.length * 2];
        for (int i = 0; i < oldLines.length; i++) {
            if (oldLines[i] != 0) {
                int slot = slot(oldStarts[i], oldKnownAts[i]);
                starts[slot] = oldStarts[i];
                knownAts[slot] = oldKnownAts[i];
                lines[slot] = oldLines[i];
            }
        }
    }
}
