package energy.optibid.streaming.internal;

import energy.optibid.platform.Capabilities;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.Services;
import energy.optibid.platform.Settings;
import energy.optibid.streaming.NodeFanOut;
import energy.optibid.streaming.NodeName;
import energy.optibid.streaming.internal.redis.RedisNodeFanOut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Chooses how the nodes wake each other. */
@ApplicationScoped
class NodeFanOutProducer {

    @Inject
    Capabilities capabilities;

    @Inject
    Services services;

    @Inject
    LogReading log;

    @Inject
    Instance<RedisNodeFanOut> redis;

    @Produces
    @Singleton
    NodeName node() {
        return NodeName.random();
    }

    @Produces
    @ApplicationScoped
    NodeFanOut fanOut(Settings settings, NodeName node) {
        NodeFanOut database = new PostgresNodeFanOut(node, log::announce, ListenerConnections.of(settings));
        return switch (capabilities.of(ServiceName.REDIS)) {
            case OFF -> database;
            case ON -> new RoutingNodeFanOut(services.of(ServiceName.REDIS), redis.get(), database);
        };
    }

    void close(@Disposes NodeFanOut fanOut) {
        fanOut.close();
    }
}
