package energy.optibid.it;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Changes a price so many times a second, of one zone after the other, until it is stopped. Each change is one request and one
 * transaction; a few are under way at the same time, so that one that takes long does not hold the next ones up.
 */
final class PriceSender {
    private static final int SENDERS = 8;
    private static final int HOURS = 24;

    /** Below the cap of every market; two changes of the same hour that follow each other always differ. */
    private static final int PRICES = 2_999;

    private static final AtomicLong CHANGES = new AtomicLong();

    private final Api operator;
    private final List<String> zones;
    private final long periodNanos;
    private final long startNanos = System.nanoTime();
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);

    private PriceSender(Api operator, List<String> zones, int perSecond) {
        this.operator = operator;
        this.zones = zones;
        this.periodNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    static PriceSender start(Api operator, List<String> zones, int perSecond) {
        PriceSender sender = new PriceSender(operator, zones, perSecond);
        for (int i = 0; i < SENDERS; i++) {
            sender.senders.execute(sender::send);
        }
        return sender;
    }

    private void send() {
        while (!ended.get()) {
            long number = next.getAndIncrement();
            long due = startNanos + number * periodNanos;
            while (System.nanoTime() < due && !ended.get()) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            if (!ended.get() && !change(operator, zones.get((int) (number % zones.size())))) {
                failed.incrementAndGet();
            }
        }
    }

    /** Changes a price of a zone; whether it was stored. Without an answer nobody knows. */
    static boolean change(Api operator, String zone) {
        long change = CHANGES.incrementAndGet();
        try {
            return operator.post("/api/v1/market-data/prices", """
                            {"messageId": "load-%d-%d", "productCode": "%s", "zoneCode": "%s", "minutes": 60,
                             "prices": [{"start": "2031-01-05T%02d:00:00Z", "price": %d}]}
                            """.formatted(
                                            ProcessHandle.current().pid(),
                                            change,
                                            LoadProcess.PRODUCT,
                                            zone,
                                            change % HOURS,
                                            change % PRICES))
                            .status()
                    == 201;
        } catch (AssertionError e) {
            return false;
        }
    }

    /** Ends it, when the last answer is there; how many changes were not answered as they should have been. */
    long stop() {
        ended.set(true);
        senders.shutdown();
        try {
            if (!senders.awaitTermination(Duration.ofMinutes(2).toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("A change of a price is not answered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return failed.get();
    }
}
