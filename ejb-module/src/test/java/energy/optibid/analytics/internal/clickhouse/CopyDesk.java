package energy.optibid.analytics.internal.clickhouse;

import energy.optibid.analytics.Bucket;
import energy.optibid.analytics.PriceHistory;
import energy.optibid.analytics.PriceSelection;
import energy.optibid.analytics.PriceTable;
import energy.optibid.analytics.internal.Copy;
import energy.optibid.analytics.internal.CopyComparison;
import energy.optibid.analytics.internal.OrganisationReading;
import energy.optibid.analytics.internal.PostgresPriceHistory;
import energy.optibid.analytics.internal.RoutingPriceHistory;
import energy.optibid.market.CsvMapping;
import energy.optibid.market.ImportReport;
import energy.optibid.market.internal.MarketPostgres;
import energy.optibid.market.internal.PriceLoader;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.platform.Actor;
import energy.optibid.platform.AnsweringService;
import energy.optibid.platform.Capabilities;
import energy.optibid.platform.MonitoredService;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.Services;
import energy.optibid.platform.Settings;
import energy.optibid.platform.internal.clickhouse.ClickHouseConnector;
import energy.optibid.platform.internal.clickhouse.ClickHouseEngine;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The whole switch without a container: flag, connector, monitor, copy, routing, over a real PostgreSQL. */
final class CopyDesk implements AutoCloseable {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 30);
    private static final LocalDate LAST = LocalDate.of(2024, 4, 2);

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
    private final Connection connection;
    private final ClickHouseConnector connector;
    private final Services services;
    private final CompletableFuture<Void> firstAttempts;
    final ManualLog log = new ManualLog();
    final ClickHouseCopy clickHouse;
    final Copy copy;
    final PriceHistory history;

    CopyDesk(int port, String timeout) throws SQLException {
        connection = MarketPostgres.shared().connect();
        connector = new ClickHouseConnector(ClickHouseEngine.settings(port, timeout));
        Map<String, String> values = Map.of("ENABLE_CLICKHOUSE", "true");
        Capabilities capabilities = new Capabilities(new Settings(key -> Optional.ofNullable(values.get(key))));
        services = new Services(
                capabilities,
                name -> name == ServiceName.CLICKHOUSE ? connector : new AnsweringService(),
                executor,
                Clock.systemUTC(),
                Duration.ofMillis(50),
                Duration.ofMinutes(1));
        clickHouse = new ClickHouseCopy(connector::client, "optibid_test");
        copy = new Copy(
                service(),
                clickHouse,
                new ClickHouseDesk(connector::client, "optibid_test"),
                log,
                reading(),
                Clock.systemUTC());
        history = new RoutingPriceHistory(
                service(),
                copy::isCaughtUp,
                new ClickHousePriceHistory(connector::client, "optibid_test", Clock.systemUTC()),
                rollUps());
        firstAttempts = services.startOptional();
    }

    MonitoredService service() {
        return services.of(ServiceName.CLICKHOUSE);
    }

    CompletableFuture<Void> firstAttempts() {
        return firstAttempts;
    }

    PriceHistory rollUps() {
        return new PostgresPriceHistory(reading(), Clock.systemUTC());
    }

    CopyComparison comparison() {
        return new CopyComparison(copy);
    }

    /** Four days in hours of that price, in the transaction of this desk. */
    void importPrices(String zone, String price) throws SQLException {
        StringBuilder csv = new StringBuilder("time,price\n");
        Instant end = LAST.plusDays(1).atStartOfDay(BRUSSELS).toInstant();
        for (Instant at = FIRST.atStartOfDay(BRUSSELS).toInstant(); at.isBefore(end); at = at.plusSeconds(3600)) {
            csv.append(at).append(',').append(price).append('\n');
        }
        CsvMapping mapping = CsvMapping.of("SDAC", zone, "time", ZoneOffset.UTC)
                .price("price")
                .build();
        ImportReport report = new PriceLoader(
                        connection,
                        Clock.fixed(Instant.parse("2026-02-01T08:00:00Z"), ZoneOffset.UTC),
                        ImportLimits.DEFAULT)
                .load(
                        Actor.system(),
                        mapping,
                        new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)));
        log.imported(report.id(), zone, report.from(), report.to());
    }

    PriceTable days(PriceHistory asked) {
        return asked.sums(new PriceSelection("SDAC", List.of("AT", "FR"), FIRST, LAST, BRUSSELS, Bucket.DAY));
    }

    /** Of prices, for there are no organisations here. */
    private OrganisationReading reading() {
        return new OrganisationReading() {
            @Override
            public List<UUID> organisations() {
                return List.of();
            }

            @Override
            public <T> T readAs(UUID organisationId, Work<T> work) {
                return read(work);
            }

            @Override
            public <T> T read(Work<T> work) {
                try {
                    return work.on(connection);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    @Override
    public void close() throws SQLException {
        executor.shutdownNow();
        services.stop();
        connector.close();
        connection.rollback();
        connection.close();
    }
}
