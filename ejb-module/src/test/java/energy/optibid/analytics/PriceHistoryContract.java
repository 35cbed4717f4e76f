package energy.optibid.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.KnownPrice;
import energy.optibid.market.internal.MarketPostgres;
import energy.optibid.market.internal.PriceTable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every adapter answers: the table that is made here slowly, from the prices that a reader of prices gets. */
public abstract class PriceHistoryContract {
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    private Connection connection;
    private PriceFiles files;

    /** The adapter, with all that is stored by the connection's transaction. */
    protected abstract PriceHistory history(Connection stored) throws Exception;

    @BeforeEach
    void connect() throws SQLException {
        connection = MarketPostgres.shared().connect();
        files = new PriceFiles(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest
    @EnumSource(Bucket.class)
    void sumsShouldBeThoseOfTheKnownPrices(Bucket bucket) throws Exception {
        files.storeAtRandom(bucket.name().hashCode());
        PriceSelection selection = selection(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 12, 31), bucket);

        assertThat(history(connection).sums(selection).rows()).isNotEmpty().isEqualTo(expected(selection));
    }

    @ParameterizedTest
    @EnumSource(Bucket.class)
    void sumsShouldHoldOnlyTheSelectedDaysWhenItEndsWithinABucket(Bucket bucket) throws Exception {
        files.storeAtRandom(7);
        for (LocalDate day :
                List.of(LocalDate.of(2024, 3, 31), LocalDate.of(2024, 10, 27), LocalDate.of(2025, 9, 30))) {
            PriceSelection selection = selection(day, day, bucket);

            assertThat(history(connection).sums(selection).rows()).isEqualTo(expected(selection));
        }
    }

    @ParameterizedTest
    @EnumSource(Bucket.class)
    void sumsShouldBeByTheClockOfTheMarketWhenItIsHalfAnHourFromUtc(Bucket bucket) throws Exception {
        Instant start = LocalDate.of(2024, 12, 31).atStartOfDay(KOLKATA).toInstant();
        StringBuilder csv = new StringBuilder("time,known,price\n");
        for (int i = 0; i < 192; i++) {
            Instant at = start.plus(Duration.ofMinutes(15L * i));
            csv.append(at + "," + at.minus(Duration.ofHours(12)) + "," + (i * 7 % 50) + "\n");
        }
        files.store("IEX_DAM", "IN_N1", 15, false, csv.toString());
        PriceSelection selection = new PriceSelection(
                "IEX_DAM", List.of("IN_N1"), LocalDate.of(2024, 12, 31), LocalDate.of(2025, 1, 1), KOLKATA, bucket);

        assertThat(history(connection).sums(selection).rows())
                .hasSize(bucket == Bucket.HOUR ? 48 : 2)
                .isEqualTo(expected(selection));
    }

    @Test
    void sumsShouldBeEmptyWhenNothingIsStored() throws Exception {
        files.storeAtRandom(3);
        PriceSelection selection = selection(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 12, 31), Bucket.DAY);

        var answer = history(connection).sums(selection);

        assertThat(answer.rows()).isEmpty();
        assertThat(answer.knownUntil()).isEmpty();
        assertThat(answer.simulated()).isFalse();
    }

    private static PriceSelection selection(LocalDate first, LocalDate last, Bucket bucket) {
        return new PriceSelection("SDAC", PriceFiles.ZONES, first, last, PriceFiles.BRUSSELS, bucket);
    }

    private List<PriceSums> expected(PriceSelection selection) throws SQLException {
        List<PriceSums> rows = new ArrayList<>();
        for (String zone : selection.zoneCodes()) {
            Map<Instant, PriceSums> buckets = new TreeMap<>();
            PriceTable stored = new PriceTable(connection, selection.productCode(), zone);
            for (KnownPrice price : stored.known(selection.from(), selection.to(), Optional.empty())) {
                Instant start = selection.bucket().startOf(price.period().start(), selection.tradingZone());
                buckets.merge(start, of(zone, start, price), PriceSums::plus);
            }
            rows.addAll(buckets.values());
        }
        return rows;
    }

    private static PriceSums of(String zone, Instant start, KnownPrice price) {
        long minutes = price.period().duration().toMinutes();
        BigDecimal weighted = price.price().multiply(BigDecimal.valueOf(minutes));
        return new PriceSums(
                zone,
                start,
                1,
                minutes,
                price.price(),
                price.price(),
                weighted,
                weighted.multiply(price.price()),
                price.knownAt(),
                price.simulated());
    }
}
