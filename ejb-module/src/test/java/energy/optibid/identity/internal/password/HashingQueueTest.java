package energy.optibid.identity.internal.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.identity.LogInsBusyException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashingQueueTest {

    @Test
    void runShouldRefuseWhenNoPlaceBecomesFree() {
        HashingQueue queue = new HashingQueue(1, 1, Duration.ofMillis(1));

        queue.run(() -> {
            assertThatThrownBy(() -> queue.run(() -> "never")).isInstanceOf(LogInsBusyException.class);
            return "first";
        });
        assertThat(queue.<String>run(() -> "free again")).isEqualTo("free again");
    }

    @Test
    void runShouldRefuseAtOnceWhenQueueIsFull() {
        HashingQueue queue = new HashingQueue(1, 0, Duration.ofDays(1));

        assertThatThrownBy(() -> queue.run(() -> "never")).isInstanceOf(LogInsBusyException.class);
    }

    @Test
    void runShouldGiveThePlaceBackWhenWorkFails() {
        HashingQueue queue = new HashingQueue(1, 1, Duration.ofMillis(1));

        assertThatThrownBy(() -> queue.run(() -> {
                    throw new IllegalArgumentException("broken hash");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(queue.<String>run(() -> "free again")).isEqualTo("free again");
    }

    @Test
    void runShouldNeverLetMoreInThanThereArePlaces() {
        HashingQueue queue = new HashingQueue(2, 50, Duration.ofMinutes(1));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            CompletableFuture<?>[] all = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> {
                                queue.run(() -> {
                                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                    Thread.onSpinWait();
                                    return inside.decrementAndGet();
                                });
                            },
                            threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(all).join();
        } finally {
            threads.shutdown();
        }
        assertThat(most.get()).isBetween(1, 2);
    }
}
