package energy.optibid.streaming.internal.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.platform.KafkaSettings;
import energy.optibid.platform.Settings;
import energy.optibid.platform.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * A real broker in a JVM of its own on a free port of the loopback interface, which can be killed, brought back with what it
 * had, and frozen. The build names what it needs in a file.
 */
public final class KafkaBroker implements AutoCloseable {
    private static final Path CLASSPATH =
            Path.of(System.getProperty("optibid.kafka-classpath", "target/kafka-classpath.txt"));
    private static @Nullable KafkaBroker shared;

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private KafkaBroker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** One for all tests that leave it as it is; ends with this JVM. */
    public static synchronized KafkaBroker shared() throws IOException, InterruptedException {
        KafkaBroker running = shared;
        if (running == null) {
            running = prepare();
            running.start();
            shared = running;
        }
        return running;
    }

    /** Not started yet. */
    public static KafkaBroker prepare() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "kafka")), "broker-")
                .toAbsolutePath();
        int[] ports = freePorts();
        Files.writeString(
                folder.resolve("server.properties"), """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.num.partitions=1
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                group.initial.rebalance.delay.ms=0
                """.formatted(ports[0], ports[1], folder.resolve("data")));
        KafkaBroker broker = new KafkaBroker(folder, ports[0]);
        Process format = broker.java("kafka.tools.StorageTool", "format", "-t", "4L6g3nShT-eMCtK--X86sw", "-c");
        assertThat(format.waitFor()).as("formatted, see %s", folder).isZero();
        return broker;
    }

    public String servers() {
        return "127.0.0.1:" + port;
    }

    /** Settings for this broker, each test with topics of its own. */
    public KafkaSettings settings(String prefix, String timeout) {
        return settings(servers(), prefix, timeout);
    }

    public static KafkaSettings settings(String servers, String prefix, String timeout) {
        Map<String, String> values = new HashMap<>(Map.of(
                "optibid.kafka.servers", servers,
                "optibid.kafka.prefix", prefix,
                "optibid.kafka.partitions", "3",
                "optibid.kafka.connect-timeout", timeout,
                "optibid.kafka.timeout", timeout,
                "optibid.kafka.security-protocol", "PLAINTEXT"));
        return KafkaSettings.of(new Settings(key -> Optional.ofNullable(values.get(key))));
    }

    public void start() throws IOException {
        process = java("kafka.Kafka");
        Wait.until("Kafka answers, see " + folder, this::answers);
    }

    /** As when the machine loses power. */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** Connections stay open and are accepted, but nothing answers. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    private Process java(String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Files.readString(CLASSPATH).strip(),
                main));
        command.addAll(List.of(arguments));
        command.add(folder.resolve("server.properties").toString());
        Process launched = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("broker.log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(launched::destroyForcibly));
        return launched;
    }

    private boolean answers() {
        Process running = process;
        assertThat(running != null && running.isAlive())
                .as("alive, see %s", folder)
                .isTrue();
        Admin admin = Admin.create(settings("probe", "PT2S").client());
        try {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process running = process;
        String pid = running == null ? "" : String.valueOf(running.pid());
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }

    private static int[] freePorts() {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new int[] {one.getLocalPort(), two.getLocalPort()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
