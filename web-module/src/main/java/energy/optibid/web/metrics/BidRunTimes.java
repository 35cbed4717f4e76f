package energy.optibid.web.metrics;

import energy.optibid.bidding.BidRunEnded;
import energy.optibid.bidding.BidRunState;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Measures the bid runs that this node has ended: {@code optibid_bid_run_duration_seconds}. */
@ApplicationScoped
public class BidRunTimes {
    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    private final Optional<Histogram> histogram;

    @Inject
    public BidRunTimes(PrometheusRegistry registry) {
        Histogram made = Histogram.builder()
                .name("optibid_bid_run_duration_seconds")
                .help("What the steps of a bid run took together, without waiting for workers and results")
                .labelNames("state")
                .classicOnly()
                .classicUpperBounds(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
                .withoutExemplars()
                .register(registry);
        for (BidRunState state : BidRunState.values()) {
            if (state.isFinal()) {
                made.initLabelValues(state.code());
            }
        }
        histogram = Optional.of(made);
    }

    /** For the container's proxy only. */
    protected BidRunTimes() {
        histogram = Optional.empty();
    }

    /** Makes this bean, and with it the histogram, before the first scrape. */
    void onStart(@Observes @Initialized(ApplicationScoped.class) Object start) {}

    void onEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) BidRunEnded run) {
        histogram.ifPresent(times ->
                times.labelValues(run.state().code()).observe(run.worked().toNanos() / NANOS));
    }
}
