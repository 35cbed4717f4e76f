package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Each optional service is away at the start, dies, freezes and comes back, while reads go on at a fixed rate: none may
 * fail because of it. Slow, and so run by its own command: see docs/reference/outages.md, which it writes, and
 * start-up-times.md.
 */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
class OutagesIT {
    private static final LocalDate FIRST = LocalDate.parse("2024-05-01");
    private static final LocalDate LAST = LocalDate.parse("2024-05-31");
    private static final List<String> READS = List.of(
            "/api/v1/market-data/latest?product=SDAC&zone=EE",
            "/api/v1/analytics/market?product=SDAC&zone=EE&firstDeliveryDate=" + FIRST + "&lastDeliveryDate=" + LAST,
            "/api/v1/zones",
            "/api/v1/assets",
            "/api/v1/auth/me",
            "/api/v1/health");

    private static final Duration WARM_UP = Duration.ofSeconds(150);
    private static final int MOST_WARM_UPS = 3;

    /** Until 95 % are answered in that time, the node is not what it will be. */
    private static final Duration WARMED_UP = Duration.ofMillis(100);

    /** Services that have just begun keep the processors busy for a while, which is not what a start costs. */
    private static final Duration AT_REST = Duration.ofSeconds(30);

    /** All of them, or those that are named, by commas. */
    private static final List<Surroundings> WANTED = Stream.of(Surroundings.values())
            .filter(each -> List.of(System.getProperty("optibid.surroundings", each.name())
                            .split(",", -1))
                    .contains(each.name()))
            .toList();

    private final List<ServerSocket> holes = new ArrayList<>();
    private final OutageTable table = new OutageTable();
    private Guard guard;
    private Database database;
    private List<ServiceProcess> services;

    @BeforeEach
    void findServices() throws IOException {
        guard = new Guard();
        database = Database.start(TestFolders.IT.resolve("outages"), guard);
        services = List.of(
                Redis.ifInstalled(guard).orElseThrow(),
                Kafka.prepare(guard),
                ClickHouse.ifInstalled(guard).orElseThrow(),
                Mlflow.prepare(guard));
    }

    @AfterEach
    void endServices() throws IOException {
        guard.close();
    }

    @Test
    @EnabledIfSystemProperty(named = "optibid.starts", matches = "[1-9]\\d*")
    void nodeShouldGetReadyWhateverTheServicesDo() throws IOException {
        StartTable starts = new StartTable();
        startNode(Surroundings.OFF).close();
        for (int turn = 0; turn < Integer.getInteger("optibid.starts"); turn++) {
            for (Surroundings surroundings : WANTED) {
                prepare(surroundings);
                if (surroundings.running) {
                    LockSupport.parkNanos(AT_REST.toNanos());
                }
                starts.add(
                        surroundings.text,
                        StartPair.start(environment(surroundings), environment(Surroundings.OFF), guard));
                clear();
            }
            if (Boolean.getBoolean("optibid.write-outages")) {
                starts.write();
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "optibid.outages", matches = "\\d+")
    void readsShouldGoOnWhateverAnOptionalServiceDoes() throws IOException {
        for (Surroundings surroundings : WANTED) {
            withNode(surroundings, story(surroundings));
        }

        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.failed())
                        .as("%s: %s", row.service(), row.event())
                        .isEmpty());
    }

    private Consumer<Node> story(Surroundings surroundings) {
        return switch (surroundings) {
            case OFF -> node -> node.row("all", "off", "off", () -> {});
            case REFUSED -> this::refused;
            case SILENT -> this::silent;
            case ON -> this::on;
        };
    }

    private void refused(Node node) {
        node.row("all", "refused at the start", "unavailable", () -> {});
        services.forEach(service -> node.row(service, "comes for the first time", "available", service::comeBack));
    }

    private void silent(Node node) {
        node.row("all", "accept and never answer at the start", "unavailable", () -> {});
        closeHoles();
        services.forEach(service -> node.row(service, "answers for the first time", "available", service::comeBack));
    }

    private void on(Node node) {
        node.row("all", "on", "available", () -> {});
        for (ServiceProcess service : services) {
            node.row(service, "killed", "degraded", service::kill);
            node.row(service, "comes back", "available", service::comeBack);
            node.row(service, "freezes", "degraded", service::freeze);
            node.row(service, "goes on", "available", service::thaw);
        }
    }

    /** Starts a node, lets reads run through it, and ends all. */
    private void withNode(Surroundings surroundings, Consumer<Node> story) throws IOException {
        prepare(surroundings);
        try (RunningNode running = startNode(surroundings)) {
            Api admin = Api.at(running.instance().base(), "admin");
            BidRuns.prices(admin, "EE", FIRST, LAST, 60, BidRuns::shaped);
            Api viewer = Api.at(running.instance().base(), "viewer");
            table.addWarmUp(surroundings.text, warmUp(viewer));
            try (ReadLoad load = ReadLoad.start(viewer, READS)) {
                load.awaitCalm(WARMED_UP, Duration.ofMinutes(3));
                story.accept(new Node(admin, load));
            }
        }
        if (Boolean.getBoolean("optibid.write-outages")) {
            table.write();
        }
    }

    /** Until the node could do half as much again as it will be asked for, or does not get any quicker. */
    private static long warmUp(Api viewer) {
        long reads = 0;
        for (int round = 0; round < MOST_WARM_UPS && reads < ReadLoad.RATE * 3 / 2; round++) {
            reads = ReadLoad.warmUp(viewer, READS, WARM_UP);
        }
        return reads;
    }

    private RunningNode startNode(Surroundings surroundings) {
        MicroForm.Instance instance = MicroForm.startToMeasure("outages", environment(surroundings), guard);
        assertThat(instance.awaitReady(Duration.ofMinutes(4))).as("ready").isTrue();
        return new RunningNode(instance, this::clear);
    }

    /** A node that ends with all services. */
    private record RunningNode(MicroForm.Instance instance, Runnable services) implements AutoCloseable {
        @Override
        public void close() {
            instance.server().close();
            services.run();
        }
    }

    private Map<String, String> environment(Surroundings surroundings) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.putAll(TestSettings.ENVIRONMENT);
        // The log of the other tests is cut into hundreds of files, which costs a loaded node more than the requests.
        environment.keySet().removeAll(List.of("OPTIBID_LOG_MAX_BYTES", "OPTIBID_LOG_FILES"));
        environment.putAll(database.ownerEnvironment());
        if (surroundings.on) {
            services.forEach(service -> environment.putAll(service.environment()));
        }
        return environment;
    }

    private void prepare(Surroundings surroundings) throws IOException {
        for (ServiceProcess service : services) {
            if (surroundings.running) {
                service.comeBack();
            } else if (surroundings == Surroundings.SILENT) {
                holes.add(new ServerSocket(service.port(), 500, InetAddress.getLoopbackAddress()));
            }
        }
    }

    private void clear() {
        closeHoles();
        services.forEach(ServiceProcess::kill);
    }

    private void closeHoles() {
        try {
            for (ServerSocket hole : holes) {
                hole.close();
            }
            holes.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the services do when the node starts. */
    private enum Surroundings {
        OFF("off", false, false),
        REFUSED("on, and refuse connections", true, false),
        SILENT("on, and accept connections without ever answering", true, false),
        ON("on", true, true);

        private final String text;
        private final boolean on;
        private final boolean running;

        Surroundings(String text, boolean on, boolean running) {
            this.text = text;
            this.on = on;
            this.running = running;
        }
    }

    /** A running node under load. */
    private final class Node {
        private final Api admin;
        private final ReadLoad load;

        private Node(Api admin, ReadLoad load) {
            this.admin = admin;
            this.load = load;
        }

        private void row(ServiceProcess service, String event, String state, Runnable change) {
            row(
                    service.name(),
                    event,
                    state,
                    change,
                    listed -> !listed.get("name").asText().equals(service.name()));
        }

        private Stream<String> services() {
            return services.stream().map(ServiceProcess::name);
        }

        private void row(String service, String event, String state, Runnable change) {
            row(
                    service,
                    event,
                    state,
                    change,
                    listed -> services().noneMatch(listed.get("name").asText()::equals));
        }

        private void row(String service, String event, String state, Runnable change, Predicate<JsonNode> others) {
            change.run();
            long start = System.nanoTime();
            Patience.until(
                    () -> admin.get("/api/v1/health").json(),
                    health -> StreamSupport.stream(
                                    health.get("detail").get("services").spliterator(), false)
                            .filter(others.negate())
                            .allMatch(listed -> listed.get("state").asText().equals(state)));
            Duration toldAfter = Duration.ofNanos(System.nanoTime() - start);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(Long.getLong("optibid.outages")));
            table.add(new OutageTable.Row(service, event, state, toldAfter, load.take()));
        }
    }
}
