package energy.optibid.streaming.internal.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.platform.AnsweringService;
import energy.optibid.platform.Capabilities;
import energy.optibid.platform.KafkaSettings;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.ServiceReport;
import energy.optibid.platform.ServiceState;
import energy.optibid.platform.Services;
import energy.optibid.platform.Settings;
import energy.optibid.platform.Wait;
import energy.optibid.platform.internal.kafka.KafkaConnector;
import energy.optibid.streaming.EventBus;
import energy.optibid.streaming.EventTaker;
import energy.optibid.streaming.internal.EventRelay;
import energy.optibid.streaming.internal.LogReading;
import energy.optibid.streaming.internal.LogTable;
import energy.optibid.streaming.internal.RoutingEventBus;
import energy.optibid.streaming.internal.StreamPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The way of events from the log to topics, without a container, while a real broker is refused, hangs, is killed, is
 * frozen and comes back.
 */
@SuppressWarnings("NullAway.Init") // each test starts the desk
class KafkaSwitchIT {
    private final StreamPostgres postgres = StreamPostgres.shared();
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
    private final List<UUID> committed = new ArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private UUID organisation;
    private KafkaSettings settings;
    private KafkaEventBus kafka;
    private Services services;
    private EventRelay relay;
    private CompletableFuture<Void> firstAttempts;

    @BeforeEach
    void empty() throws SQLException {
        postgres.empty();
        organisation = postgres.newOrganisation();
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
        services.stop();
        kafka.close();
    }

    @Test
    void eventsShouldWaitAndGoOutWhenKafkaIsRefusedAtTheStart() throws IOException, InterruptedException, SQLException {
        try (KafkaBroker broker = KafkaBroker.prepare()) {
            startDesk(broker.servers(), "PT3S");
            append(3);
            relay.run();
            firstAttempts.join();
            assertThat(state()).isEqualTo(ServiceState.UNAVAILABLE);
            assertThat(report().lastError()).get().asString().containsIgnoringCase("refused");
            assertThat(waiting()).isEqualTo(3);

            broker.start();
            awaitState(ServiceState.AVAILABLE);
            publishAll();

            assertThat(published()).containsExactlyElementsOf(committed);
        }
    }

    @Test
    void eventsShouldWaitWhenKafkaAcceptsAndNeverAnswers() throws IOException, SQLException {
        try (ServerSocket blackHole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            startDesk("127.0.0.1:" + blackHole.getLocalPort(), "PT1S");
            append(1);

            relay.run();

            assertThat(attempts).as("nobody waits for it").hasValue(0);
            firstAttempts.join();
            assertThat(state()).isEqualTo(ServiceState.UNAVAILABLE);
            assertThat(report().lastError()).isPresent();
            assertThat(waiting()).isEqualTo(1);
        }
    }

    @Test
    void nothingShouldBeLostWhenKafkaIsKilledAndComesBack() throws IOException, InterruptedException, SQLException {
        try (KafkaBroker broker = KafkaBroker.prepare()) {
            broker.start();
            startDesk(broker.servers(), "PT3S");
            awaitState(ServiceState.AVAILABLE);
            append(5);
            publishAll();

            broker.kill();
            append(20);
            Wait.until("Kafka is missed", () -> {
                relay.run();
                return state() == ServiceState.DEGRADED;
            });
            assertThat(waiting()).isEqualTo(20);
            assertThat(report().lastError()).isPresent();

            broker.start();
            awaitState(ServiceState.AVAILABLE);
            publishAll();

            assertThat(published().stream().distinct()).containsExactlyElementsOf(committed);
        }
    }

    @Test
    void oneBatchAtMostShouldMeetAFrozenKafkaAndNothingBeLost() throws IOException, InterruptedException, SQLException {
        try (KafkaBroker broker = KafkaBroker.prepare()) {
            broker.start();
            startDesk(broker.servers(), "PT3S");
            awaitState(ServiceState.AVAILABLE);
            append(5);
            publishAll();

            broker.freeze();
            append(10);
            Wait.until("Kafka is missed", () -> {
                relay.run();
                return state() == ServiceState.DEGRADED;
            });
            int before = attempts.get();
            for (int i = 0; i < 100; i++) {
                relay.run();
            }
            assertThat(attempts)
                    .as("nothing goes to Kafka while it does not answer")
                    .hasValue(before);
            assertThat(waiting()).isEqualTo(10);

            broker.thaw();
            awaitState(ServiceState.AVAILABLE);
            publishAll();

            // What was on its way when it froze may have arrived and come again: first occurrences are in order.
            assertThat(published().stream().distinct()).containsExactlyElementsOf(committed);
        }
    }

    private void startDesk(String servers, String timeout) {
        Map<String, String> flags = Map.of("ENABLE_KAFKA", "true");
        Capabilities capabilities = new Capabilities(new Settings(key -> Optional.ofNullable(flags.get(key))));
        settings = KafkaBroker.settings(servers, "switch-" + UUID.randomUUID(), timeout);
        kafka = new KafkaEventBus(settings);
        KafkaConnector connector = new KafkaConnector(settings);
        services = new Services(
                capabilities,
                name -> name == ServiceName.KAFKA ? connector : new AnsweringService(),
                executor,
                Clock.systemUTC(),
                Duration.ofMillis(100),
                Duration.ofMinutes(1));
        EventBus counting = events -> {
            attempts.incrementAndGet();
            return kafka.publish(events);
        };
        relay = new EventRelay(this::deliver, "kafka", new RoutingEventBus(services.of(ServiceName.KAFKA), counting));
        firstAttempts = services.startOptional();
    }

    private int deliver(String consumer, int limit, EventTaker taker) {
        try (Connection connection = postgres.application()) {
            new LogTable(connection).place();
            connection.commit();
            int taken = LogReading.deliver(connection, Instant.now(), consumer, limit, taker);
            connection.commit();
            return taken;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All of one aggregate, so that their order can be seen. */
    private void append(int events) throws SQLException {
        for (int i = 0; i < events; i++) {
            try (Connection connection = postgres.application(organisation)) {
                committed.add(StreamPostgres.append(connection, Optional.of(organisation), "run", "{}"));
                connection.commit();
            }
        }
    }

    private void publishAll() {
        Wait.until("everything is published", () -> {
            relay.run();
            return waiting() == 0;
        });
    }

    private long waiting() {
        try (Connection connection = postgres.application()) {
            return new LogTable(connection).backlog("kafka").events();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<UUID> published() {
        List<String> topics = List.of(settings.topic("bids"));
        return Topic.read(settings, topics, committed.size()).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .map(json -> UUID.fromString(json.replaceFirst(".*?\"id\":\"([^\"]+)\".*", "$1")))
                .toList();
    }

    private ServiceState state() {
        return report().state();
    }

    private ServiceReport report() {
        return services.of(ServiceName.KAFKA).report();
    }

    private void awaitState(ServiceState state) {
        Wait.until("Kafka is " + state, () -> state() == state);
    }
}
