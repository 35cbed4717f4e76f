package energy.optibid.web.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Measures requests: {@code optibid_http_request_duration_seconds}. No label has a value that a caller made up. */
@ApplicationScoped
public class RequestTimes {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    private final Optional<Histogram> histogram;

    @Inject
    public RequestTimes(PrometheusRegistry registry) {
        histogram = Optional.of(Histogram.builder()
                .name("optibid_http_request_duration_seconds")
                .help("How long requests took, by method, route and class of status")
                .labelNames("method", "route", "status")
                .classicOnly()
                .classicUpperBounds(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
                .withoutExemplars()
                .register(registry));
    }

    /** For the container's proxy only. */
    protected RequestTimes() {
        histogram = Optional.empty();
    }

    /** @param route a template, see {@link Routes} */
    void observe(String method, String route, int status, Duration took) {
        histogram.ifPresent(
                times -> times.labelValues(METHODS.contains(method) ? method : "other", route, statusClass(status))
                        .observe(took.toNanos() / NANOS));
    }

    static String statusClass(int status) {
        return status >= 100 && status < 600 ? status / 100 + "xx" : "other";
    }
}
