package energy.optibid.market;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.quantity.DeliveryPeriod;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every price cache does. */
public abstract class PriceCacheContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** The cache under test; empty at the beginning of each test. */
    protected abstract PriceCache cache();

    /** Of DE_LU, by quarter-hours after noon, seconds after eleven at which it was known, and revision. */
    public static LatestPrice price(int quarter, int knownSeconds, int revision, String price) {
        Instant start = NOON.plus(Duration.ofMinutes(15L * quarter));
        return new LatestPrice(
                "SDAC",
                "DE_LU",
                new DeliveryPeriod(start, start.plus(Duration.ofMinutes(15))),
                new BigDecimal(price),
                NOON.minus(Duration.ofHours(1)).plusSeconds(knownSeconds),
                revision,
                false);
    }

    @Test
    void latestShouldBeAbsentWhenNothingWasPut() {
        assertThat(cache().latest("SDAC", "DE_LU")).isEmpty();
    }

    @Test
    void latestShouldReturnWhatWasPutToTheLastDigit() {
        LatestPrice negative = new LatestPrice(
                "SDAC",
                "DE_LU",
                new DeliveryPeriod(NOON, NOON.plusSeconds(3600)),
                new BigDecimal("-500.10"),
                Instant.parse("2026-02-28T11:57:00.123456Z"),
                3,
                true);

        cache().put(negative);

        assertThat(cache().latest("SDAC", "DE_LU")).contains(negative);
    }

    @Test
    void latestShouldKeepProductsAndZonesApart() {
        LatestPrice price = price(0, 0, 0, "10.00");
        LatestPrice other =
                new LatestPrice("IDA1", "FR", price.period(), new BigDecimal("20.00"), price.knownAt(), 0, false);

        cache().put(price);
        cache().put(other);

        assertThat(cache().latest("SDAC", "DE_LU")).contains(price);
        assertThat(cache().latest("IDA1", "FR")).contains(other);
        assertThat(cache().latest("SDAC", "FR")).isEmpty();
    }

    @Test
    void putShouldKeepTheNewerWhenAnOlderOneComesLater() {
        LatestPrice newest = price(2, 0, 0, "30.00");
        cache().put(newest);

        cache().put(price(1, 0, 0, "20.00"));
        assertThat(cache().latest("SDAC", "DE_LU")).contains(newest);

        LatestPrice knownLater = price(2, 1, 0, "31.00");
        cache().put(knownLater);
        cache().put(price(2, 0, 5, "29.00"));
        assertThat(cache().latest("SDAC", "DE_LU")).contains(knownLater);

        LatestPrice corrected = price(2, 1, 10, "32.00");
        cache().put(corrected);
        cache().put(price(2, 1, 9, "33.00"));
        assertThat(cache().latest("SDAC", "DE_LU")).contains(corrected);
    }

    @Test
    void putShouldKeepTheNewestWhenManyPutAtOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> puts = IntStream.range(0, 200)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> cache().put(price(i * 77 % 200, 0, 0, "1." + i))))
                    .toList();
            for (Future<?> put : puts) {
                put.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(cache().latest("SDAC", "DE_LU"))
                .map(LatestPrice::period)
                .contains(price(199, 0, 0, "0").period());
    }
}
