package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.launcher.Guard;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Two nodes that start at the same moment and share the processors, so that whatever slows the machine slows both. */
final class StartPair {
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private StartPair() {}

    /**
     * How long a node took.
     *
     * @param untilReady from the start of its JVM to {@code /health/ready}
     * @param processorTime what the JVM had taken by then
     */
    record Start(Duration untilReady, Duration processorTime) {}

    /** Both starts of a pair, the second of them with everything off. */
    record Starts(Start measured, Start off) {}

    /** Starts both, waits until both are ready, and ends them. */
    static Starts start(Map<String, String> environment, Map<String, String> off, Guard guard) {
        CompletableFuture<Start> other = CompletableFuture.supplyAsync(() -> start("pair-off", off, guard));
        Start measured = start("pair", environment, guard);
        return new Starts(measured, other.join());
    }

    private static Start start(String name, Map<String, String> environment, Guard guard) {
        long start = System.nanoTime();
        MicroForm.Instance instance = MicroForm.startToMeasure(name, environment, guard);
        try {
            assertThat(instance.awaitReady(PATIENCE)).as("%s ready", name).isTrue();
            return new Start(
                    Duration.ofNanos(System.nanoTime() - start),
                    instance.server().process().info().totalCpuDuration().orElseThrow());
        } finally {
            instance.server().close();
        }
    }
}
