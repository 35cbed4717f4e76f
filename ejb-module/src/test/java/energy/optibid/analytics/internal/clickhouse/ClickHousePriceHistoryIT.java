package energy.optibid.analytics.internal.clickhouse;

import energy.optibid.analytics.PriceHistory;
import energy.optibid.analytics.PriceHistoryContract;
import energy.optibid.analytics.internal.PriceSeries;
import energy.optibid.analytics.internal.StoredPrices;
import energy.optibid.platform.internal.clickhouse.ClickHouseConnector;
import energy.optibid.platform.internal.clickhouse.ClickHouseEngine;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Year;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The same table as from PostgreSQL, whatever was copied twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // made before all tests
class ClickHousePriceHistoryIT extends PriceHistoryContract {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private ClickHouseEngine engine;
    private ClickHouseConnector connector;

    @BeforeAll
    void startEngine() throws IOException {
        engine = ClickHouseEngine.prepare();
        engine.start();
        connector = new ClickHouseConnector(engine.settings("PT60S"));
    }

    @AfterAll
    void stopEngine() {
        if (connector != null) {
            connector.close();
            engine.close();
        }
    }

    @Override
    protected PriceHistory history(Connection stored) throws SQLException {
        String database = "contract_" + DATABASES.incrementAndGet();
        ClickHouseCopy copy = new ClickHouseCopy(connector::client, database);
        copy.prepare();
        StoredPrices prices = new StoredPrices(stored);
        for (PriceSeries series : prices.series()) {
            for (Year year : prices.years(series)) {
                copy.add(series, prices.ofYear(series, year));
                copy.add(series, prices.ofYear(series, year));
            }
        }
        return new ClickHousePriceHistory(connector::client, database, Clock.systemUTC());
    }
}
