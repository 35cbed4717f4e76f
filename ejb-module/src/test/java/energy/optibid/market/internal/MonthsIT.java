package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.market.CsvMapping;
import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.ImportFinding;
import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.platform.Actor;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Months that are detached and attached again, by the application's login where it may. */
class MonthsIT {
    private static final String JANUARY = "time,price\n2016-01-05T00:00:00Z,10\n";
    private static final String MARCH = "time,price\n2016-03-05T00:00:00Z,30\n";

    private final MarketPostgres postgres = MarketPostgres.shared();
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = postgres.connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void oldMonthsShouldBeDetachedWithTheirRows() throws SQLException {
        load(JANUARY);
        load(MARCH);

        assertThat(detach("2016-03-01")).contains("prices_2016_01").doesNotContain("prices_2016_03");

        assertThat(text("select string_agg(price::text, ' ') from prices where product_id = 1 and zone_id = 1"))
                .isEqualTo("30.00");
        assertThat(text("select count(*)::text from price_hours where product_id = 1 and zone_id = 1"))
                .as("roll-ups stay")
                .isEqualTo("2");
    }

    @Test
    void importShouldBeRefusedWhereItsMonthIsDetached() throws SQLException {
        load(JANUARY);
        detach("2016-03-01");

        assertThatThrownBy(() -> load(JANUARY))
                .asInstanceOf(InstanceOfAssertFactories.type(ImportRefusedException.class))
                .extracting(refused -> refused.findings().get(0))
                .returns(ImportErrorCode.MONTH_DETACHED, ImportFinding::code)
                .returns("the month 2016-01 is detached", ImportFinding::message);
    }

    @Test
    void detachedMonthShouldBeAttachedAgainAsTheDocsSay() throws SQLException {
        connection.close();
        connection = postgres.administrator();
        connection.setAutoCommit(false);
        load(JANUARY);
        detach("2016-03-01");

        execute("alter table prices attach partition prices_2016_01"
                + " for values from ('2016-01-01 00:00+00') to ('2016-02-01 00:00+00')");

        assertThat(text("select price::text from prices where product_id = 1 and zone_id = 1"))
                .isEqualTo("10.00");
        load(JANUARY.replace(",10", ",11"));
    }

    @Test
    void detachedMonthShouldBeKeptFromTheApplication() throws SQLException {
        load(JANUARY);
        detach("2016-03-01");

        assertThatThrownBy(() -> text("select count(*)::text from prices_2016_01"))
                .hasMessageContaining("permission denied for table prices_2016_01");
    }

    @Test
    void monthsOfTheLastYearShouldNotBeDetached() {
        assertThatThrownBy(() -> text("select market_detach_partitions('prices', now() - interval '11 months')"))
                .hasMessageContaining("months of the last year are not detached");
        assertThatThrownBy(() -> {
                    connection.rollback();
                    text("select market_detach_partitions('users', '2010-01-01')");
                })
                .hasMessageContaining("no partitioned series: users");
    }

    @Test
    void monthsShouldStayWhileAReaderHoldsTheTable() throws SQLException {
        load(JANUARY);
        try (Connection reader = postgres.connect();
                Statement reading = reader.createStatement()) {
            reading.execute("select count(*) from prices");

            assertThatThrownBy(() -> detach("2016-03-01")).hasMessageContaining("lock timeout");
        }
    }

    @Test
    void monthShouldBeMadeOnceWhereTwoImportsNeedIt() throws Exception {
        String month = "select market_ensure_partitions('prices', '2016-05-01', '2016-05-31')::text";
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection second = postgres.connect();
                Statement making = second.createStatement()) {
            assertThat(text(month)).isEqualTo("1");
            Future<Boolean> waiting = other.submit(() -> making.execute(month));
            while (text("select count(*)::text from pg_locks where locktype = 'advisory' and not granted")
                    .equals("0")) {
                Thread.onSpinWait();
            }
            connection.commit();

            assertThat(waiting.get()).isTrue();
        } finally {
            other.shutdownNow();
        }
    }

    private void load(String csv) throws SQLException {
        CsvMapping mapping = CsvMapping.of("SDAC", "DE_LU", "time", ZoneOffset.UTC)
                .price("price")
                .build();
        new PriceLoader(connection, Clock.systemUTC(), ImportLimits.DEFAULT)
                .load(Actor.system(), mapping, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> detach(String before) throws SQLException {
        try (PreparedStatement call =
                connection.prepareStatement("select market_detach_partitions('prices', ?::timestamptz)")) {
            call.setString(1, before);
            return Rows.list(call, row -> row.getString(1));
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
