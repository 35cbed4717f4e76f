package energy.optibid.platform.internal.entsoe;

import energy.optibid.platform.EntsoeRest;
import energy.optibid.platform.EntsoeSettings;
import energy.optibid.platform.Environment;
import energy.optibid.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes what speaks to the Transparency Platform when it is first asked for, which happens only when it is on. */
@ApplicationScoped
class EntsoeProducer {

    @Produces
    @Singleton
    EntsoeRest rest(Settings settings, Environment environment) {
        return new EntsoeRest(EntsoeSettings.of(settings, environment));
    }

    @Produces
    @Singleton
    EntsoeConnector connector(EntsoeRest rest, Clock clock) {
        return new EntsoeConnector(rest, clock);
    }
}
