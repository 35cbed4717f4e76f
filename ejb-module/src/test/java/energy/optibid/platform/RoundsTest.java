package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("try") // what is closed at the end does its work meanwhile
class RoundsTest {
    private static final Duration PAUSE = Duration.ofMillis(1);

    @Test
    void failureShouldBeToldOnceUntilARoundGoesWell() {
        AtomicInteger done = new AtomicInteger();
        List<String> told = new CopyOnWriteArrayList<>();
        Runnable round = () -> {
            int number = done.incrementAndGet();
            if (number != 3 && number < 6) {
                throw new IllegalStateException("round " + number);
            }
        };

        try (Rounds rounds = begin(() -> true, round, told)) {
            Wait.until("it goes on after failures", () -> done.get() > 6);
        }

        assertThat(told).containsExactly("round 1", "round 4");
    }

    @Test
    void roundShouldBeLeftOutWhileNothingIsReady() {
        AtomicBoolean ready = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();

        try (Rounds rounds = begin(
                () -> {
                    asked.incrementAndGet();
                    return ready.get();
                },
                done::incrementAndGet,
                new CopyOnWriteArrayList<>())) {
            Wait.until("it has been asked", () -> asked.get() > 2);
            assertThat(done).hasValue(0);
            ready.set(true);
            Wait.until("it is done", () -> done.get() > 0);
        }
    }

    private static Rounds begin(BooleanSupplier ready, Runnable round, List<String> told) {
        return Rounds.begin(
                Executors.defaultThreadFactory(), PAUSE, ready, round, failure -> told.add(failure.getMessage()));
    }
}
