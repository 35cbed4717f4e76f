package energy.optibid.platform.internal.kafka;

import energy.optibid.platform.KafkaSettings;
import energy.optibid.platform.ServiceConnector;
import energy.optibid.platform.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Asks Kafka for its brokers, each time by a client of its own. */
@Dependent
public final class KafkaConnector implements ServiceConnector {
    private static final Logger LOG = Logger.getLogger(KafkaConnector.class.getName());
    private static final int LOADING_MS = 500;

    private final KafkaSettings settings;
    private boolean loaded;
    private boolean refused;

    @Inject
    public KafkaConnector(Settings settings) {
        this(KafkaSettings.of(settings));
    }

    public KafkaConnector(KafkaSettings settings) {
        this.settings = settings;
    }

    @Override
    public String configuredAt() {
        return settings.masked();
    }

    @Override
    public Duration firstTimeout() {
        return settings.connectTimeout();
    }

    @Override
    public Duration timeout() {
        return settings.timeout();
    }

    @Override
    public void probe(Duration timeout) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        int millis = Math.toIntExact(timeout.toMillis());
        try {
            requireListener(millis);
        } catch (IOException e) {
            loadClient();
            throw e;
        }
        askForBrokers(millis);
        loaded = true;
    }

    private void askForBrokers(int millis) throws InterruptedException, ExecutionException, TimeoutException {
        Admin admin = Admin.create(settings.client());
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(millis))
                    .nodes()
                    .get(millis, TimeUnit.MILLISECONDS);
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    /**
     * Kafka's client takes seconds to load on a busy machine, and a broker that comes later is told so much later. So it
     * is loaded while nobody waits for it: once, in vain, and not before the first refusal has been told.
     */
    private void loadClient() throws InterruptedException {
        if (loaded || !refused) {
            refused = true;
            return;
        }
        loaded = true;
        try {
            askForBrokers(LOADING_MS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.FINE, "Kafka''s client is loaded; no broker answered it, as expected: {0}", e.toString());
        }
    }

    /** Kafka's client tries again until its time is over and then says no more than that. */
    private void requireListener(int millis) throws IOException {
        IOException refused = new IOException("no broker listens");
        for (String server : settings.servers().split(",", -1)) {
            int colon = server.lastIndexOf(':');
            InetSocketAddress address =
                    new InetSocketAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
            try (Socket socket = new Socket()) {
                socket.connect(address, millis);
                return;
            } catch (IOException e) {
                refused.addSuppressed(new IOException(server + ": " + e.getMessage(), e));
            }
        }
        throw refused;
    }
}
