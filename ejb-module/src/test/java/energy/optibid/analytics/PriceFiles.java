package energy.optibid.analytics;

import energy.optibid.market.CsvMapping;
import energy.optibid.market.internal.PriceLoader;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.platform.Actor;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Imports prices for tests, in the transaction of a connection. */
final class PriceFiles {
    static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    static final List<String> ZONES = List.of("AT", "DE_LU", "FR");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-01T08:00:00Z"), ZoneOffset.UTC);

    /** First days of the files: both clock changes, the change to quarter-hours, the end of a month and of a year. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2024, 3, 30),
            LocalDate.of(2024, 10, 26),
            LocalDate.of(2024, 12, 30),
            LocalDate.of(2025, 9, 29));

    private final Connection connection;

    PriceFiles(Connection connection) {
        this.connection = connection;
    }

    /** Files of two days or so of each zone, with gaps, corrections, later knowledge and three lengths of periods. */
    void storeAtRandom(long seed) throws SQLException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 40; i++) {
            int minutes = List.of(15, 30, 60).get(random.nextInt(3));
            Instant start =
                    DAYS.get(random.nextInt(DAYS.size())).atStartOfDay(BRUSSELS).toInstant();
            List<String> rows = new ArrayList<>();
            for (Instant at = start;
                    at.isBefore(start.plus(Duration.ofHours(50)));
                    at = at.plus(Duration.ofMinutes(minutes))) {
                if (random.nextInt(6) > 0) {
                    Instant known = at.minus(Duration.ofHours(random.nextInt(1, 4) * 6L));
                    BigDecimal price = BigDecimal.valueOf(random.nextLong(-4_900, 30_000), random.nextInt(1, 7));
                    rows.add(at + "," + known + "," + price.toPlainString());
                }
            }
            store(
                    "SDAC",
                    ZONES.get(random.nextInt(3)),
                    minutes,
                    random.nextInt(9) == 0,
                    "time,known,price\n" + String.join("\n", rows));
        }
    }

    /** @param csv with the columns time, known and price */
    void store(String product, String zone, int minutes, boolean simulated, String csv) throws SQLException {
        CsvMapping.Builder mapping = CsvMapping.of(product, zone, "time", ZoneOffset.UTC)
                .price("price")
                .knownAt("known")
                .minutes(minutes);
        new PriceLoader(connection, CLOCK, ImportLimits.DEFAULT)
                .load(
                        Actor.system(),
                        simulated ? mapping.simulated().build() : mapping.build(),
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Stores one price after the other, each known a day before it is for.
     *
     * @param prices an empty one is a gap
     */
    void store(String zone, Instant start, int minutes, List<String> prices) throws SQLException {
        StringBuilder csv = new StringBuilder("time,known,price\n");
        for (int i = 0; i < prices.size(); i++) {
            Instant at = start.plus(Duration.ofMinutes((long) minutes * i));
            if (!prices.get(i).isEmpty()) {
                csv.append(at + "," + at.minus(Duration.ofDays(1)) + "," + prices.get(i) + "\n");
            }
        }
        store("SDAC", zone, minutes, false, csv.toString());
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BRUSSELS).toInstant();
    }
}
