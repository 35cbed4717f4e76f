package energy.optibid.platform.internal;

import energy.optibid.platform.ServiceConnector;
import energy.optibid.platform.ServiceName;
import java.time.Duration;

/** Stands for a service that can be switched on, but that this release has no adapter for. */
record AbsentConnector(ServiceName name) implements ServiceConnector {

    @Override
    public String configuredAt() {
        return name.flag().orElse(name.label()) + "=true";
    }

    @Override
    public Duration firstTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration timeout() {
        return firstTimeout();
    }

    @Override
    public void probe(Duration timeout) {
        throw new UnsupportedOperationException("this release has no adapter for " + name.label());
    }
}
