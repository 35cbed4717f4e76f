package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MonitoredServiceTest {
    private final List<String> changes = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    };
    private final MonitoredService service = new MonitoredService(
            ServiceName.REDIS,
            ServiceState.CONNECTING,
            "redis://here",
            clock,
            (before, after) -> changes.add(before + " to " + after.state()));

    @Test
    void callsShouldTakeTheAlternativeWhenTooManyWaitForTheService() {
        service.answered(service.generation(), Duration.ofMillis(1));

        assertThat(whileBusy(MonitoredService.CALLS_AT_ONCE - 1, () -> service.route(() -> "service", () -> "other")))
                .isEqualTo("service");
        assertThat(whileBusy(MonitoredService.CALLS_AT_ONCE, () -> service.route(() -> "service", () -> "other")))
                .isEqualTo("other");
        assertThat(whileBusy(MonitoredService.CALLS_AT_ONCE, () -> service.routeAlways(() -> "service", () -> "other")))
                .isEqualTo("service");
        assertThat(service.state()).isEqualTo(ServiceState.AVAILABLE);
    }

    /** Asks while so many calls are under way. */
    private String whileBusy(int calls, Supplier<String> question) {
        return calls == 0
                ? question.get()
                : service.route(() -> whileBusy(calls - 1, question), () -> {
                    throw new IllegalStateException("There was a place");
                });
    }

    @Test
    void stateShouldFollowWhatProbesFind() {
        assertThat(service.state()).isEqualTo(ServiceState.CONNECTING);
        service.failed(service.generation(), "refused");
        assertThat(service.state()).isEqualTo(ServiceState.UNAVAILABLE);
        service.answered(service.generation(), Duration.ofMillis(3));
        assertThat(service.state()).isEqualTo(ServiceState.AVAILABLE);
        service.failed(service.generation(), "broken pipe");
        assertThat(service.state()).isEqualTo(ServiceState.DEGRADED);
        service.answered(service.generation(), Duration.ofMillis(2));

        assertThat(changes)
                .containsExactly(
                        "CONNECTING to UNAVAILABLE",
                        "UNAVAILABLE to AVAILABLE",
                        "AVAILABLE to DEGRADED",
                        "DEGRADED to AVAILABLE");
        assertThat(service.report().lastError()).contains("broken pipe");
        assertThat(service.report().latency()).contains(Duration.ofMillis(2));
    }

    @Test
    void sinceShouldStayWhenTheStateStays() {
        Instant first = now;
        service.failed(service.generation(), "refused");
        now = now.plusSeconds(60);
        service.failed(service.generation(), "refused again");

        assertThat(service.report().since()).isEqualTo(first);
        assertThat(service.report().lastError()).contains("refused again");
        assertThat(changes).hasSize(1);
    }

    @Test
    void answersFromBeforeAChangeShouldNotCount() {
        service.answered(service.generation(), Duration.ofMillis(1));
        long beforeTheFailure = service.generation();
        service.failed(beforeTheFailure, "timed out");

        service.answered(beforeTheFailure, Duration.ofMillis(1));

        assertThat(service.state()).isEqualTo(ServiceState.DEGRADED);
    }

    @Test
    void routeShouldTakeTheAlternativeUntilTheServiceIsAvailable() {
        assertThat(service.<String>route(() -> "service", () -> "alternative")).isEqualTo("alternative");
        service.answered(service.generation(), Duration.ofMillis(1));
        assertThat(service.<String>route(() -> "service", () -> "alternative")).isEqualTo("service");
    }

    @Test
    void routeShouldTakeTheAlternativeAndDegradeWhenTheCallFails() {
        service.answered(service.generation(), Duration.ofMillis(1));

        String answer = service.route(
                () -> {
                    throw new IllegalStateException("outer", new java.io.IOException("connection\nreset"));
                },
                () -> "alternative");

        assertThat(answer).isEqualTo("alternative");
        assertThat(service.state()).isEqualTo(ServiceState.DEGRADED);
        assertThat(service.report().lastError()).contains("connection; reset");
    }

    @Test
    void tableShouldAlignItsColumns() {
        service.answered(service.generation(), Duration.ofMillis(1));

        assertThat(ServiceTable.of(List.of(service.report())).lines())
                .containsExactly(
                        "",
                        "  service  state      configured at  features",
                        "  Redis    available  redis://here   + latest prices are shared between nodes");
    }
}
