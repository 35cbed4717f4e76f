package energy.optibid.web.security;

import energy.optibid.identity.TokenRefusal;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;

/** Counts requests that were refused for their access token, by reason: {@code optibid_token_refusals_total}. */
@ApplicationScoped
public class TokenRefusals {
    private final Map<TokenRefusal, CounterDataPoint> counters = new EnumMap<>(TokenRefusal.class);

    /** All reasons are there from the start, so that a rate is known from the first refusal on. */
    @Inject
    public TokenRefusals(PrometheusRegistry registry) {
        Counter counter = Counter.builder()
                .name("optibid_token_refusals_total")
                .help("Requests that were refused for their access token, by reason")
                .labelNames("reason")
                .withoutExemplars()
                .register(registry);
        for (TokenRefusal reason : TokenRefusal.values()) {
            counters.put(reason, counter.labelValues(reason.code()));
        }
    }

    /** For the container's proxy only. */
    protected TokenRefusals() {}

    /** Makes this bean, and with it the counters, before the first scrape. */
    void onStart(@Observes @Initialized(ApplicationScoped.class) Object start) {}

    public void count(TokenRefusal reason) {
        CounterDataPoint counter = counters.get(reason);
        if (counter != null) {
            counter.inc();
        }
    }
}
