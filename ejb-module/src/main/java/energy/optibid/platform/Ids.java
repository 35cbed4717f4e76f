package energy.optibid.platform;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifiers: UUID version 7 (RFC 9562, section 5.7), 48 bits of Unix milliseconds, 12 bits that count within the
 * millisecond, 62 random bits. Strictly increasing within one process, also when the clock goes back.
 */
public final class Ids {
    private static final int COUNTER_BITS = 12;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next() {
        long ticks = nextTicks();
        long millis = ticks >>> COUNTER_BITS;
        long counter = ticks & ((1L << COUNTER_BITS) - 1);
        return new UUID(millis << 16 | VERSION | counter, VARIANT | RANDOM.nextLong() >>> 2);
    }

    /** Milliseconds and counter in one number: when the counter runs over, the identifiers run ahead of the clock. */
    private static long nextTicks() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        return LAST.updateAndGet(last -> Math.max(last + 1, now));
    }
}
