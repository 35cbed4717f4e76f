package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.it.ReadLoad.Outcome;
import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Reads of prices from ten million hours, at a fixed rate, each of another zone and year than the one before. Slow, and so run by
 * its own command, which prints what it saw: see docs/reference/benchmarks.md.
 */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
@EnabledIfSystemProperty(named = "optibid.history-load", matches = "[1-9]\\d*")
class HistoryLoadIT {
    private static final Duration WHILE = Duration.ofSeconds(Long.getLong("optibid.history-load", 30));

    /** Until the compilers are done: on two processors they take more of the node than the reads. */
    private static final Duration WARM_UP = Duration.ofSeconds(Long.getLong("optibid.history-load.warm-up", 60));

    private static final int FIRST_YEAR = 2000;
    private static final int YEARS = Integer.getInteger("optibid.history-load.years", 28);
    private static final int ZONES = Integer.getInteger("optibid.history-load.zones", 1_000);
    private static final int HOURS_OF_A_YEAR = 8_760;
    private static final int DAYS_OF_A_YEAR = 365;
    private static final int SLOW_RATE = 20;
    private static final String PATH = "/api/v1/market-data/";

    /** As many prices as {@link #YEARS} of the zones have; random, so that they are compressed no better than real ones. */
    private static final String PRICES = """
            insert into prices (product_id, zone_id, delivery_start, minutes, known_at, price, simulated, import_id)
            select 1, zone_id, start, 60, start - interval '12 hours', round((random() * 200 - 20)::numeric, 2), false,
                   gen_random_uuid()
              from (select zone_id from product_zones where product_id = 1 order by zone_id limit %3$d) traded,
                   generate_series(timestamptz '%1$d-01-01 00:00Z', timestamptz '%2$d-12-31 23:00Z', '1 hour') start
            """;

    private final Guard guard = new Guard();
    private Database database;
    private MicroForm.Instance node;
    private List<String> zones;
    private Api viewer;

    @BeforeEach
    void startNode() {
        database = Database.start(TestFolders.IT.resolve("history-load"), guard);
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.putAll(TestSettings.ENVIRONMENT);
        environment.putAll(database.ownerEnvironment());
        environment.keySet().removeAll(List.of("OPTIBID_LOG_MAX_BYTES", "OPTIBID_LOG_FILES"));
        node = MicroForm.startToMeasure("history-load", environment, guard);
        assertThat(node.awaitReady(Duration.ofMinutes(4))).as("ready").isTrue();
        int lastYear = FIRST_YEAR + YEARS - 1;
        database.execute(
                "select market_ensure_partitions('prices', '%d-01-01', '%d-12-31')".formatted(FIRST_YEAR, lastYear),
                "delete from prices",
                PRICES.formatted(FIRST_YEAR, lastYear, ZONES),
                "update product_zones set prices_import_id = gen_random_uuid()",
                "vacuum analyze prices");
        zones = database.texts(
                "select code from zones join product_zones on zone_id = id where product_id = 1 order by zone_id limit "
                        + ZONES);
        viewer = Api.at(node.base(), "viewer");
    }

    @AfterEach
    void endNode() throws IOException {
        node.server().close();
        guard.close();
    }

    @Test
    void pricesShouldBeReadAtTheRatesOfADesk() {
        String tag = viewer.get(days(0)).header("ETag");
        List<Measured> measured = List.of(
                new Measured("a year", SLOW_RATE, requests(this::year, viewer::request), 200),
                new Measured("48 hours", ReadLoad.RATE, requests(this::days, viewer::request), 200),
                new Measured(
                        "a year, unchanged",
                        ReadLoad.RATE,
                        IntStream.range(0, YEARS)
                                .mapToObj(turn -> viewer.request(year(turn * zones.size()))
                                        .header("If-None-Match", tag))
                                .toList(),
                        304),
                new Measured("the latest price", ReadLoad.RATE, requests(this::latest, viewer::request), 200));

        System.out.printf(
                Locale.ROOT,
                "%,d prices; load %.1f%n",
                Long.parseLong(database.text("select count(*) from prices")),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        for (Measured each : measured) {
            ReadLoad.warmUpBy(viewer, each.reads(), WARM_UP);
            System.out.println(each.line(run(each)));
        }
        System.out.println(oneByOne(measured.get(3).reads()));
    }

    /**
     * Reads of one kind.
     *
     * @param status that each answer must have
     */
    private record Measured(String what, int perSecond, List<HttpRequest.Builder> reads, int status) {
        private String line(List<Outcome> outcomes) {
            assertThat(outcomes)
                    .as(what)
                    .isNotEmpty()
                    .allMatch(outcome -> outcome.status() == status, "has status " + status);
            return "%s at %d/s: %,d reads, %s"
                    .formatted(
                            what,
                            perSecond,
                            outcomes.size(),
                            percentiles(outcomes.stream().mapToLong(Outcome::nanos)));
        }

        private static String percentiles(LongStream nanos) {
            long[] sorted = nanos.sorted().toArray();
            return String.format(
                    Locale.ROOT,
                    "50 %% %.1f ms, 95 %% %.1f ms, 99 %% %.1f ms, longest %.1f ms",
                    sorted[sorted.length / 2] / 1e6,
                    sorted[sorted.length * 95 / 100] / 1e6,
                    sorted[sorted.length * 99 / 100] / 1e6,
                    sorted[sorted.length - 1] / 1e6);
        }
    }

    private static List<Outcome> run(Measured measured) {
        try (ReadLoad load = ReadLoad.start(measured.reads(), measured.perSecond())) {
            LockSupport.parkNanos(WHILE.toNanos());
            return load.take();
        }
    }

    /** One read after the other has been answered: what a single caller sees. */
    private String oneByOne(List<HttpRequest.Builder> reads) {
        long end = System.nanoTime() + WHILE.toNanos();
        LongStream.Builder nanos = LongStream.builder();
        for (int next = 0; System.nanoTime() < end; next++) {
            long start = System.nanoTime();
            assertThat(viewer.send(reads.get(next % reads.size()).GET()).status())
                    .isEqualTo(200);
            nanos.add(System.nanoTime() - start);
        }
        return "the latest price, one by one: " + Measured.percentiles(nanos.build());
    }

    private List<HttpRequest.Builder> requests(
            IntFunction<String> path, Function<String, HttpRequest.Builder> request) {
        return IntStream.range(0, zones.size() * YEARS)
                .mapToObj(path)
                .map(request)
                .toList();
    }

    private String year(int turn) {
        Instant start = Instant.parse("%d-01-01T00:00:00Z".formatted(FIRST_YEAR + turn / zones.size() % YEARS));
        return history(turn, start, HOURS_OF_A_YEAR);
    }

    private String days(int turn) {
        Instant start = Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z").plus(turn % DAYS_OF_A_YEAR, ChronoUnit.DAYS);
        return history(turn, start, 48);
    }

    private String history(int turn, Instant start, int hours) {
        return PATH + "history?product=SDAC&zone=" + zones.get(turn % zones.size()) + "&from=" + start + "&to="
                + start.plus(hours, ChronoUnit.HOURS);
    }

    private String latest(int turn) {
        return PATH + "latest?product=SDAC&zone=" + zones.get(turn % zones.size());
    }
}
