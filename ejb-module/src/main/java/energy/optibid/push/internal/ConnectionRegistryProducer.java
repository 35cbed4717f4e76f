package energy.optibid.push.internal;

import energy.optibid.platform.Capabilities;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.Services;
import energy.optibid.platform.Settings;
import energy.optibid.push.ConnectionRegistry;
import energy.optibid.push.PushSettings;
import energy.optibid.push.internal.redis.RedisConnectionRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Chooses where connections are counted. */
@ApplicationScoped
class ConnectionRegistryProducer {

    @Inject
    Capabilities capabilities;

    @Inject
    Services services;

    @Inject
    Instance<RedisConnectionRegistry> redis;

    @Produces
    @Singleton
    PushSettings settings(Settings settings) {
        return PushSettings.of(settings);
    }

    @Produces
    @ApplicationScoped
    ConnectionRegistry registry() {
        return switch (capabilities.of(ServiceName.REDIS)) {
            case OFF -> new InMemoryConnectionRegistry();
            case ON ->
                new RoutingConnectionRegistry(
                        services.of(ServiceName.REDIS), redis.get(), new InMemoryConnectionRegistry());
        };
    }
}
