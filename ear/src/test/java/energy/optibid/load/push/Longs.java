package energy.optibid.load.push;

import java.util.Arrays;

/** Numbers that are added one by one, millions of them. */
final class Longs {
    private long[] values = new long[1024];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    long get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    long[] sorted() {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * The smallest of some numbers that at least so many of a hundred do not exceed (the nearest rank); 0 where there is none.
     *
     * @param percent above 0, at most 100
     */
    static long percentile(long[] sorted, double percent) {
        int rank = (int) Math.ceil(sorted.length * percent / 100);
        return sorted.length == 0 ? 0 : sorted[Math.max(1, rank) - 1];
    }
}
