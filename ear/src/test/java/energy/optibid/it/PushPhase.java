package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * A while in which prices were changed at a rate.
 *
 * @param perSecond changes that were due each second
 * @param committedPerSecond changes that were committed; fewer than due where the server took longer than there was time
 * @param failed changes that were refused or not answered
 * @param reports what each crowd was told, as the load client says it; figures are of the first
 */
record PushPhase(
        String what,
        int perSecond,
        double committedPerSecond,
        long failed,
        ProcessorMeter.Use use,
        List<JsonNode> reports) {
    private static final long AIM_MICROS = 100_000;
    private static final double KEPT_UP = 0.95;

    /** Whether the rate was kept, and 99 % of the changes were there within 100 ms. */
    boolean holds() {
        return committedPerSecond >= KEPT_UP * perSecond && micros("p99") < AIM_MICROS;
    }

    /** Nobody missed a change, heard of one twice, or heard of one that is not there. */
    void assertExact() {
        assertThat(failed).as("%s: changes without success", what).isZero();
        assertExact(what, reports);
    }

    static void assertExact(String what, List<JsonNode> reports) {
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.get("messages").asLong()).as(what).isPositive();
            for (String wrong : List.of("missed", "doubled", "unknown", "lost")) {
                assertThat(report.get(wrong).asLong())
                        .as("%s, %s: %s", what, wrong, report)
                        .isZero();
            }
        });
    }

    String markdown() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %d | %s | %s | %s | %s | %d | %.2f | %.2f | %.0f %% |%n",
                what,
                perSecond,
                committedPerSecond,
                reports.get(0).at("/micros/count").asLong(),
                millis("p50"),
                millis("p95"),
                millis("p99"),
                millis("max"),
                reports.get(0).get("coalesced").asLong(),
                use.server(),
                use.client(),
                100 * use.machine());
    }

    private String millis(String which) {
        return millis(micros(which));
    }

    static String millis(long micros) {
        return String.format(Locale.ROOT, "%.1f ms", micros / 1_000.0);
    }

    private long micros(String which) {
        return reports.get(0).at("/micros/" + which).asLong();
    }
}
