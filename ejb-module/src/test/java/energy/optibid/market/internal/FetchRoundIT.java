package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.ImportReport;
import energy.optibid.market.MarketSource;
import energy.optibid.market.SourceDocument;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.platform.Actor;
import energy.optibid.platform.EntsoeStub;
import energy.optibid.platform.EntsoeStub.Reply;
import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.MonitoredService;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.ServiceState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a platform that answers with documents of the test data to rows in PostgreSQL. */
@SuppressWarnings("NullAway.Init") // each test connects
class FetchRoundIT {
    private static final String DATA = System.getProperty("optibid.testdata", "");
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final String PRICES = "market_121d_day_ahead_prices_NL.xml";

    private final HandClock clock = new HandClock(Instant.parse("2024-09-02T08:00:00Z"));
    private final MonitoredService service =
            new MonitoredService(ServiceName.ENTSOE, ServiceState.AVAILABLE, "here", clock, (before, now) -> {});
    private EntsoeStub stub;
    private Connection connection;

    @BeforeEach
    void start() throws IOException, SQLException {
        assumeTrue(!DATA.isEmpty(), "the property optibid.testdata names no folder of real market data");
        stub = EntsoeStub.start();
        connection = MarketPostgres.shared().connect();
    }

    @AfterEach
    void stop() throws SQLException {
        if (connection != null) {
            connection.rollback();
            connection.close();
        }
        if (stub != null) {
            stub.close();
        }
    }

    @Test
    void documentsShouldBeStoredAndFetchedAgainWhenTheyAreDue() throws SQLException {
        FetchPlan plan = plan(List.of("NL"), List.of(SourceDocument.values()), Optional.empty());
        stub.reply(FetchRoundIT::documentsOfTheNetherlands);
        FetchRound round = round(plan);

        round.run();

        assertThat(stub.asked())
                .hasSize(6)
                .allSatisfy(query -> assertThat(query)
                        .containsEntry("periodStart", "202408302200")
                        .containsEntry("periodEnd", "202409032200"));
        assertThat(count("prices")).isEqualTo(24);
        assertThat(count("fundamentals")).isEqualTo(96 * 6);
        assertThat(count("installed_capacities")).isEqualTo(20);
        assertThat(sources(plan)).hasSize(6).allSatisfy(source -> {
            boolean yearly = source.document() == SourceDocument.INSTALLED_CAPACITY;
            assertThat(source.state()).isEqualTo(MarketSource.State.CURRENT);
            assertThat(source.deliveryTo())
                    .hasValue(Instant.parse(yearly ? "2024-12-31T23:00:00Z" : "2024-09-02T22:00:00Z"));
            assertThat(source.fetchedTo()).hasValue(LocalDate.parse("2024-09-02"));
            assertThat(source.dueAt()).isEqualTo(clock.instant().plus(INTERVAL));
        });

        round.run();
        assertThat(stub.asked()).as("nothing is due").hasSize(6);

        clock.forward(INTERVAL);
        long imports = count("market_data_imports");
        round.run();
        assertThat(stub.asked()).hasSize(12);
        assertThat(count("market_data_imports")).as("nothing new is no import").isEqualTo(imports);
        assertThat(sources(plan))
                .allSatisfy(source -> assertThat(source.fetchedAt()).hasValue(clock.instant()));
    }

    @Test
    void historyShouldBeFetchedByTheMonthAndByTheMarketsDays() throws SQLException {
        FetchPlan plan =
                plan(List.of("NL"), List.of(SourceDocument.PRICES), Optional.of(LocalDate.parse("2024-03-01")));

        round(plan).run();

        assertThat(stub.asked())
                .extracting(query -> query.get("periodStart") + " " + query.get("periodEnd"))
                .startsWith("202402292300 202403312200", "202403312200 202405012200", "202405012200 202406012200")
                .endsWith("202408302200 202409032200")
                .hasSize(7);
        assertThat(sources(plan)).singleElement().satisfies(source -> {
            assertThat(source.state()).isEqualTo(MarketSource.State.CURRENT);
            assertThat(source.deliveryTo()).as("there was no data").isEmpty();
        });
    }

    @Test
    void documentThatCannotBeImportedShouldBeToldAndNotKeepTheOthers() throws SQLException {
        FetchPlan plan =
                plan(List.of("NL"), List.of(SourceDocument.PRICES, SourceDocument.LOAD_FORECAST), Optional.empty());
        stub.reply(query -> "A44".equals(query.get("documentType"))
                ? document("publication.a03curvetype.xml")
                : documentsOfTheNetherlands(query));

        round(plan).run();

        MarketSource prices = source(plan, SourceDocument.PRICES);
        assertThat(prices.state()).isEqualTo(MarketSource.State.FAILING);
        assertThat(prices.failure().orElseThrow())
                .startsWith("prices of NL from 2024-08-31 to before 2024-09-04")
                .contains("border");
        assertThat(prices.dueAt()).isEqualTo(clock.instant().plus(INTERVAL));
        assertThat(count("prices")).isZero();
        assertThat(source(plan, SourceDocument.LOAD_FORECAST).state()).isEqualTo(MarketSource.State.CURRENT);
        assertThat(service.state()).as("the platform itself answers").isEqualTo(ServiceState.AVAILABLE);
    }

    @Test
    void refusedRequestShouldNotPassForOneWithoutData() throws SQLException {
        FetchPlan plan = plan(List.of("NL"), List.of(SourceDocument.PRICES), Optional.empty());
        stub.reply(query -> EntsoeStub.acknowledgement(400, "Delivered time interval is not valid"));

        round(plan).run();

        assertThat(source(plan, SourceDocument.PRICES).failure().orElseThrow())
                .contains("Delivered time interval is not valid");
    }

    @Test
    void outageShouldLeaveWhatIsThereAndEndByItself() throws SQLException {
        FetchPlan plan = plan(List.of("NL"), List.of(SourceDocument.PRICES), Optional.empty());
        stub.reply(FetchRoundIT::documentsOfTheNetherlands);
        FetchRound round = round(plan);
        round.run();
        Instant fetchedAt = clock.instant();

        clock.forward(INTERVAL);
        stub.reply(query -> Reply.of(503, "busy"));
        round.run();

        assertThat(service.state()).isEqualTo(ServiceState.DEGRADED);
        MarketSource failing = source(plan, SourceDocument.PRICES);
        assertThat(failing.state()).isEqualTo(MarketSource.State.FAILING);
        assertThat(failing.failure()).hasValue("it answered 503");
        assertThat(failing.fetchedAt()).as("its age is that of what serves").hasValue(fetchedAt);
        assertThat(count("prices")).isEqualTo(24);

        int asked = stub.asked().size();
        clock.forward(INTERVAL);
        round.run();
        assertThat(stub.asked()).as("it is left alone until a probe reaches it").hasSize(asked);

        stub.reply(FetchRoundIT::documentsOfTheNetherlands);
        service.answered(service.generation(), Duration.ofMillis(1));
        round.run();
        assertThat(source(plan, SourceDocument.PRICES).state()).isEqualTo(MarketSource.State.CURRENT);
    }

    @Test
    void twoNodesShouldNotFetchTheSame() throws SQLException {
        FetchPlan plan = plan(List.of("NL", "FI"), List.of(SourceDocument.PRICES), Optional.empty());
        try (Connection other = MarketPostgres.shared().connect();
                Connection administrator = MarketPostgres.shared().administrator()) {
            new SourceTable(connection).require(plan, clock.instant());
            connection.commit();
            try {
                Optional<DueFetch> one = new SourceTable(connection).claim(plan, clock.instant());
                Optional<DueFetch> two = new SourceTable(other).claim(plan, clock.instant());
                assertThat(List.of(
                                one.orElseThrow().zoneCode(), two.orElseThrow().zoneCode()))
                        .containsExactlyInAnyOrder("NL", "FI");
                assertThat(new SourceTable(other).claim(plan, clock.instant())).isEmpty();
                other.rollback();
                connection.rollback();
            } finally {
                try (Statement clear = administrator.createStatement()) {
                    clear.execute("delete from market_sources");
                }
            }
        }
    }

    @Test
    void zoneThatIsNotTradedShouldStopTheStart() {
        FetchPlan plan = plan(List.of("NOWHERE"), List.of(SourceDocument.PRICES), Optional.empty());

        assertThatThrownBy(() -> new SourceTable(connection).require(plan, clock.instant()))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("optibid.entsoe.zones")
                .hasMessageContaining("NOWHERE");
    }

    private static FetchPlan plan(List<String> zones, List<SourceDocument> documents, Optional<LocalDate> since) {
        return new FetchPlan("SDAC", zones, documents, INTERVAL, since);
    }

    private FetchRound round(FetchPlan plan) throws SQLException {
        new SourceTable(connection).require(plan, clock.instant());
        return new FetchRound(service, stub.client(), new Desk(plan), INTERVAL, clock);
    }

    private List<MarketSource> sources(FetchPlan plan) throws SQLException {
        return new SourceTable(connection).all(plan);
    }

    private MarketSource source(FetchPlan plan, SourceDocument document) throws SQLException {
        return sources(plan).stream()
                .filter(source -> source.document() == document)
                .findFirst()
                .orElseThrow();
    }

    private long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Reply documentsOfTheNetherlands(Map<String, String> query) {
        return switch (query.get("documentType") + " " + query.getOrDefault("processType", "")) {
            case "A44 " -> document(PRICES);
            case "A65 A16" -> document("load_61a_actual_total_load_NL.xml");
            case "A65 A01" -> document("load_61b_day_ahead_forecast_NL.xml");
            case "A71 A01" -> document("generation_141c_forecast_day_ahead_NL.xml");
            case "A69 A01" -> document("generation_141d_wind_solar_forecast_NL.xml");
            case "A68 A33" -> document("generation_141a_installed_capacity_NL.xml");
            default -> EntsoeStub.noData();
        };
    }

    private static Reply document(String name) {
        try {
            return Reply.document(Files.readAllBytes(Path.of(DATA, "entsoe-xml", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stands for the server's transactions with savepoints of the test's one, which is not committed. */
    private final class Desk implements SourceTransactions {
        private final FetchPlan plan;

        Desk(FetchPlan plan) {
            this.plan = plan;
        }

        @Override
        public Optional<DueFetch> claim(Instant now) {
            return sql(table -> table.claim(plan, now));
        }

        @Override
        public ImportReport store(Actor actor, DueFetch fetch, byte[] document, Instant dueAt) {
            return sql(table -> {
                Savepoint before = connection.setSavepoint();
                try {
                    ImportReport report = new EntsoeLoader(connection, clock, ImportLimits.DEFAULT)
                            .load(actor, fetch.productCode(), 1, new ByteArrayInputStream(document));
                    if (report.hasChanges()) {
                        table.fetched(fetch, clock.instant(), Optional.of(report.to()), dueAt);
                    } else {
                        connection.rollback(before);
                    }
                    return report;
                } catch (ImportRefusedException e) {
                    connection.rollback(before);
                    throw e;
                }
            });
        }

        @Override
        public void noteNothingNew(DueFetch fetch, Optional<Instant> deliveryTo, Instant dueAt) {
            write(table -> table.fetched(fetch, clock.instant(), deliveryTo, dueAt));
        }

        @Override
        public void noteRefused(DueFetch fetch, String failure, Instant dueAt) {
            write(table -> {
                table.fetched(fetch, clock.instant(), Optional.empty(), dueAt);
                table.failed(fetch, clock.instant(), failure, dueAt);
            });
        }

        @Override
        public void noteFailed(DueFetch fetch, String failure, Instant dueAt) {
            write(table -> table.failed(fetch, clock.instant(), failure, dueAt));
        }

        private void write(Write write) {
            sql(table -> {
                write.to(table);
                return true;
            });
        }

        private <T> T sql(Read<T> read) {
            try {
                return read.from(new SourceTable(connection));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private interface Read<T> {
        T from(SourceTable table) throws SQLException;
    }

    private interface Write {
        void to(SourceTable table) throws SQLException;
    }

    /** Goes on when it is told to. */
    private static final class HandClock extends Clock {
        private Instant now;

        HandClock(Instant now) {
            this.now = now;
        }

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
