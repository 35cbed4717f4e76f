package energy.optibid.web.metrics;

import energy.optibid.platform.SystemStatus;
import energy.optibid.push.PushDesk;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Makes the registry of this process, in which whoever counts something has its metrics. It is made before settings are
 * looked at: wrong ones are for the start to refuse.
 */
@ApplicationScoped
class MetricsProducer {

    @Produces
    @Singleton
    PrometheusRegistry registry(Provider<SystemStatus> status, WorkFigures work, Provider<PushDesk> push, Clock clock) {
        PrometheusRegistry registry = new PrometheusRegistry();
        JvmMetrics.builder().register(registry);
        registry.register(new SystemMetrics(status::get));
        registry.register(new WorkMetrics(work, clock));
        registry.register(new PushMetrics(push::get));
        return registry;
    }
}
