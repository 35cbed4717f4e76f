package energy.optibid.platform.internal;

import energy.optibid.platform.Environment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/** Makes {@link Environment} injectable. */
@ApplicationScoped
class EnvironmentProducer {

    @Inject
    Config config;

    @Produces
    Environment environment() {
        return Environment.of(
                config.getOptionalValue(Environment.KEY, String.class).orElse("production"));
    }
}
