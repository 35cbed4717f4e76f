package energy.optibid.web.rest.health;

import energy.optibid.platform.DatabaseFigures;
import energy.optibid.platform.Environment;
import energy.optibid.platform.MemoryFigures;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.ServiceReport;
import energy.optibid.platform.ServiceState;
import energy.optibid.platform.SystemReport;
import energy.optibid.push.Client;
import energy.optibid.push.PushFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What administrators see of the state of the desk, as it was found in the background.
 *
 * @param commit what this release was built from; {@code unknown} where nobody knows
 * @param uptimeSeconds how long this process has been serving
 * @param services PostgreSQL, and each optional service
 * @param featureFlags each flag by its name
 * @param migrations absent in the first moments after the start
 * @param webSocket connections of clients to whom something is pushed; absent where that is switched off
 * @param connections to PostgreSQL, of all nodes; absent in the first moments after the start
 */
public record HealthDetailJson(
        String version,
        String commit,
        Environment environment,
        Instant startedAt,
        long uptimeSeconds,
        boolean schemaUpToDate,
        List<ServiceJson> services,
        Map<String, Boolean> featureFlags,
        Optional<MigrationsJson> migrations,
        Optional<ConnectionsJson> connections,
        MemoryFigures memory,
        Optional<WebSocketJson> webSocket) {

    static HealthDetailJson of(SystemReport report, Optional<PushFigures> push) {
        return new HealthDetailJson(
                report.release().version(),
                report.release().commit(),
                report.environment(),
                report.startedAt(),
                report.uptime().toSeconds(),
                report.schemaUpToDate(),
                report.services().stream().map(ServiceJson::of).toList(),
                report.flags(),
                report.database().map(MigrationsJson::of),
                report.database().map(ConnectionsJson::of),
                report.memory(),
                push.map(WebSocketJson::of));
    }

    /**
     * One service.
     *
     * @param latencyMs how long its last answer to a probe took
     * @param effect what the state means for the users
     * @param features what depends on it, or has it serve while it is there
     * @param configuredAt its address without secrets, or the flag that leaves it off
     */
    public record ServiceJson(
            ServiceName name,
            ServiceState state,
            Instant since,
            Optional<Long> latencyMs,
            Optional<String> lastError,
            String effect,
            List<String> features,
            String configuredAt) {
        static ServiceJson of(ServiceReport report) {
            return new ServiceJson(
                    report.name(),
                    report.state(),
                    report.since(),
                    report.latency().map(Duration::toMillis),
                    report.lastError(),
                    report.effect(),
                    report.name().features(),
                    report.configuredAt());
        }
    }

    /**
     * The changesets of the schema.
     *
     * @param current the one that was applied last
     * @param applied how many the database has had
     * @param pending how many of this release it has not had
     * @param seenAt when this was found
     */
    public record MigrationsJson(
            Optional<String> current, Optional<Instant> lastAppliedAt, int applied, int pending, Instant seenAt) {
        static MigrationsJson of(DatabaseFigures figures) {
            DatabaseFigures.Migrations migrations = figures.migrations();
            return new MigrationsJson(
                    migrations.current(),
                    migrations.lastAppliedAt(),
                    migrations.applied(),
                    migrations.pending(),
                    figures.at());
        }
    }

    /**
     * Connections by WebSocket.
     *
     * @param connections to this node, by channel
     * @param zones subscriptions at this node to each zone
     * @param sent messages since this node started
     * @param coalesced messages since then that a newer one of their zone took the place of
     * @param closed connections that ended since then, by reason
     * @param nodes what each node told last; without Redis this one alone
     */
    public record WebSocketJson(
            Map<String, Long> connections,
            Map<String, Integer> zones,
            long sent,
            long coalesced,
            Map<String, Long> closed,
            List<NodeJson> nodes) {
        static WebSocketJson of(PushFigures figures) {
            Map<String, Long> connections = new TreeMap<>();
            for (Client.Channel channel : Client.Channel.values()) {
                connections.put(channel.label(), figures.connections().getOrDefault(channel, 0L));
            }
            Map<String, Long> closed = new TreeMap<>();
            figures.closed().forEach((code, count) -> closed.put(code.label(), count));
            return new WebSocketJson(
                    connections,
                    new TreeMap<>(figures.zones()),
                    figures.sent(),
                    figures.coalesced(),
                    closed,
                    figures.nodes().stream()
                            .map(node -> new NodeJson(node.node(), node.connections()))
                            .toList());
        }
    }

    /** One node, by the name that it gave itself at its start. */
    public record NodeJson(String node, int connections) {}

    /**
     * Connections of OptiBid's login to PostgreSQL.
     *
     * @param active they execute a statement
     * @param idle they wait in a pool
     * @param idleInTransaction they hold a transaction open and execute nothing
     * @param allowed how many PostgreSQL takes altogether, of every login
     * @param seenAt when this was found
     */
    public record ConnectionsJson(int active, int idle, int idleInTransaction, int allowed, Instant seenAt) {
        static ConnectionsJson of(DatabaseFigures figures) {
            DatabaseFigures.Connections connections = figures.connections();
            return new ConnectionsJson(
                    connections.active(),
                    connections.idle(),
                    connections.idleInTransaction(),
                    connections.allowed(),
                    figures.at());
        }
    }
}
