package energy.optibid.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.StoredMarket;
import energy.optibid.market.internal.MarketPostgres;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The facade over prices that a test stores in PostgreSQL; nothing is left of them when it is closed. */
final class StoredFigures implements AutoCloseable {
    static final LocalDate LAST_HOURLY = LocalDate.of(2025, 9, 30);
    static final LocalDate FIRST_QUARTERLY = LocalDate.of(2025, 10, 1);
    static final LocalDate SPRING = LocalDate.of(2024, 3, 31);
    static final LocalDate AUTUMN = LocalDate.of(2024, 10, 27);

    private final PriceFigures figures;
    private final Connection connection;
    private final PriceFiles files;

    StoredFigures() throws SQLException {
        connection = MarketPostgres.shared().connect();
        files = new PriceFiles(connection);
        figures = figures(connection);
    }

    @SuppressWarnings("UnnecessaryAssignment") // there is no container that injects
    private static PriceFigures figures(Connection connection) {
        PriceFigures facade = new PriceFigures();
        facade.prices = StoredMarket.prices(connection);
        facade.markets = StoredMarket.markets(connection);
        return facade;
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    Connection connection() {
        return connection;
    }

    PriceFiles files() {
        return files;
    }

    PriceFigures facade() {
        return figures;
    }

    /** Twelve hours of 10 and twelve of 30, then a day whose hours have quarters of -4, 0, 8 and 20. */
    void storeMixedDays(String zone) throws SQLException {
        List<String> hours = new ArrayList<>(Collections.nCopies(12, "10"));
        hours.addAll(Collections.nCopies(12, "30.00"));
        files.store(zone, PriceFiles.startOf(LAST_HOURLY), 60, hours);
        List<String> quarters = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            quarters.addAll(List.of("-4", "0.00", "8", "20"));
        }
        files.store(zone, PriceFiles.startOf(FIRST_QUARTERLY), 15, quarters);
    }

    PriceStatistics statistics(String zone, LocalDate first, LocalDate last) {
        return figures.statistics(query(zone, first, last), Optional.empty());
    }

    DurationCurve curve(String zone, LocalDate first, LocalDate last, int points) {
        return figures.durationCurve(query(zone, first, last), points);
    }

    List<SpreadReport.Spread> spreads(LocalDate first, LocalDate last, String... zones) {
        return figures.spreads(new SpreadQuery("SDAC", List.of(zones), Optional.empty(), first, last))
                .spreads();
    }

    static ZoneQuery query(String zone, LocalDate first, LocalDate last) {
        return new ZoneQuery("SDAC", zone, first, last);
    }

    static List<String> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList();
    }

    static void assertDecimal(Optional<BigDecimal> actual, String expected) {
        assertDecimal(actual.orElseThrow(), expected);
    }

    static void assertDecimal(BigDecimal actual, String expected) {
        assertThat(actual).isEqualByComparingTo(expected);
    }

    static void assertExtreme(Optional<Extreme> actual, String value, String start) {
        assertDecimal(actual.orElseThrow().value(), value);
        assertThat(actual.orElseThrow().start()).isEqualTo(Instant.parse(start));
    }
}
