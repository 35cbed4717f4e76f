package energy.optibid.platform.internal.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientFaultCause;
import com.clickhouse.client.api.query.GenericRecord;
import energy.optibid.platform.ServiceConnector;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One client of one ClickHouse, over its HTTP interface. It is made when it is first asked for, so that no start waits for it. */
public final class ClickHouseConnector implements ServiceConnector, AutoCloseable {
    private static final int STALE_CONNECTIONS = 3;

    private final ClickHouseSettings settings;
    private final ServerVersionQuery version;
    private @Nullable Client client;

    public ClickHouseConnector(ClickHouseSettings settings) {
        this.settings = settings;
        this.version = new ServerVersionQuery(settings);
    }

    /** The client, for adapters; it names no database. */
    public synchronized Client client() {
        if (client == null) {
            client = client(settings.timeout());
        }
        return client;
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

    /** Asks for the version first, without the client, which an old server leads to believe that it has no rows. */
    @Override
    public void probe(Duration timeout) throws Exception {
        version.ask(timeout).requireSupported();
        try (Client probing = client(timeout)) {
            List<GenericRecord> rows = probing.queryAll("select 1 as one");
            if (rows.size() != 1 || rows.get(0).getInteger("one") != 1) {
                throw new IllegalStateException("it does not answer a query as it should");
            }
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    private Client client(Duration timeout) {
        Client.Builder builder = new Client.Builder()
                .addEndpoint(settings.uri().toString())
                .setUsername(settings.user())
                .setPassword(settings.password())
                .useHTTPBasicAuth(true)
                .setClientName("optibid")
                .compressServerResponse(false)
                .setConnectTimeout(timeout.toMillis(), ChronoUnit.MILLIS)
                .setSocketTimeout(timeout.toMillis(), ChronoUnit.MILLIS)
                .setConnectionRequestTimeout(timeout.toMillis(), ChronoUnit.MILLIS)
                // Whoever calls has an alternative at once; but a connection that was open to a server that has come
                // back
                // since fails once, and says nothing of the server.
                .retryOnFailures(ClientFaultCause.NoHttpResponse)
                .setMaxRetries(STALE_CONNECTIONS);
        settings.certificate().ifPresent(path -> builder.setRootCertificate(path.toString()));
        return builder.build();
    }
}
