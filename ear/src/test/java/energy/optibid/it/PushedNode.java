package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.launcher.Guard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A node to be measured, beside clients in another process; all of one user, from one address. */
final class PushedNode implements AutoCloseable {
    /** Changes go to one after the other, and each client follows all. */
    static final List<String> ZONES = List.of("EE", "LV", "LT", "FI");

    private static final String NO_LIMIT = "1000000";

    private final Database database;
    private final MicroForm.Instance instance;
    private final LoadProcess clients;
    private final Api operator;
    private final String token;

    /** A token ends a quarter of an hour after its log-in, and its connections with it: no node is used for so long. */
    private PushedNode(Database database, MicroForm.Instance instance, LoadProcess clients) {
        this.database = database;
        this.instance = instance;
        this.clients = clients;
        this.operator = Api.at(instance.base(), "admin");
        this.token = Api.at(instance.base(), Optional.empty()).logIn("viewer");
    }

    /** Starts a node; the clients may have followed another one before. */
    static PushedNode start(Database database, LoadProcess clients, Guard guard) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.putAll(TestSettings.ENVIRONMENT);
        environment.putAll(database.ownerEnvironment());
        // The log of the other tests is cut into hundreds of files, which costs a loaded node more than the requests.
        environment.keySet().removeAll(List.of("OPTIBID_LOG_MAX_BYTES", "OPTIBID_LOG_FILES"));
        environment.put("OPTIBID_WEBSOCKET_CONNECTIONS_PER_USER", NO_LIMIT);
        environment.put("OPTIBID_WEBSOCKET_CONNECTIONS_PER_ADDRESS", NO_LIMIT);
        MicroForm.Instance instance = MicroForm.startToMeasure("push-load", environment, guard);
        assertThat(instance.awaitReady(Duration.ofMinutes(4))).as("ready").isTrue();
        return new PushedNode(database, instance, clients);
    }

    LoadProcess.Crowd crowd(String name, int receiveBufferBytes) {
        return new LoadProcess.Crowd(clients, name, ZONES, receiveBufferBytes);
    }

    /** One whose clients follow all zones, so that much can be made to wait for each. */
    LoadProcess.Crowd crowdOfAllZones(String name, int receiveBufferBytes) {
        List<String> zones = database.texts("select z.code from zones z join product_zones t on t.zone_id = z.id"
                + " join products p on p.id = t.product_id where p.code = '" + LoadProcess.PRODUCT + "'");
        return new LoadProcess.Crowd(clients, name, zones, receiveBufferBytes);
    }

    /** Adds clients, and connects those that are not connected; all must have had their beginning. */
    JsonNode open(LoadProcess.Crowd crowd, int more, int atOnce) {
        int before = crowd.status().get("connected").asInt();
        JsonNode status = crowd.open(instance.base(), token, more, atOnce);
        assertThat(status.get("connected").asInt()).as("connected: %s", status).isGreaterThanOrEqualTo(before + more);
        return status;
    }

    /** Connects those that are not connected; some may fail again. */
    void reopen(LoadProcess.Crowd crowd, int atOnce) {
        crowd.open(instance.base(), token, 0, atOnce);
    }

    PriceSender send(int perSecond) {
        return PriceSender.start(operator, ZONES, perSecond);
    }

    /** Changes a price of a zone; whether it was stored. */
    boolean change(String zone) {
        return PriceSender.change(operator, zone);
    }

    /** Changes prices for a while, and waits until the clients have heard of all of it. */
    PushPhase phase(String what, int perSecond, Duration time, List<LoadProcess.Crowd> crowds) {
        int before = CommittedPrices.of(database).count();
        ProcessorMeter meter = new ProcessorMeter(handle(), clients.handle());
        long start = System.nanoTime();
        PriceSender sender = send(perSecond);
        LockSupport.parkNanos(time.toNanos());
        long failed = sender.stop();
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        ProcessorMeter.Use use = meter.read();
        CommittedPrices committed = CommittedPrices.of(database);
        List<JsonNode> reports = new ArrayList<>();
        for (LoadProcess.Crowd crowd : crowds) {
            Patience.until(() -> crowd.hasReached(committed), reached -> reached);
            reports.add(crowd.report(committed));
        }
        return new PushPhase(what, perSecond, (committed.count() - before) / seconds, failed, use, reports);
    }

    CommittedPrices committed() {
        return CommittedPrices.of(database);
    }

    /** How many connections ended for a reason, since the node's start. */
    int closed(String reason) {
        return operator.get("/api/v1/health")
                .json()
                .at("/detail/webSocket/closed/" + reason)
                .asInt();
    }

    MemoryUse memory() {
        return MemoryUse.of(handle());
    }

    private ProcessHandle handle() {
        return instance.server().process().toHandle();
    }

    /** As by {@code kill -9}. */
    void kill() {
        instance.server().process().destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        instance.server().close();
    }
}
