package energy.optibid.platform.internal.clickhouse;

import com.clickhouse.client.api.Client;
import energy.optibid.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Makes the connector when it is first asked for, which happens only when ClickHouse is on. */
@ApplicationScoped
class ClickHouseProducer {

    @Produces
    @Singleton
    ClickHouseConnector connector(Settings settings) {
        return new ClickHouseConnector(ClickHouseSettings.of(settings));
    }

    @Produces
    @Singleton
    Supplier<Client> client(ClickHouseConnector connector) {
        return connector::client;
    }

    void close(@Disposes ClickHouseConnector connector) {
        connector.close();
    }
}
