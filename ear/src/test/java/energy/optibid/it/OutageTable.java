package energy.optibid.it;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The page of docs with what {@link OutagesIT} saw. */
final class OutageTable {
    private static final Path PAGE = Path.of("../docs/reference/outages.md");
    private static final String HEAD = """
            # What an outage of an optional service costs

            Made by `OutagesIT`: %d requests a second of short reads (the latest price, a month's analytics, zones, assets, the own
            account, health) over 32 connections run through a node with Redis, Kafka, ClickHouse and MLflow, while each of them is taken away
            and comes back.
            A read's time counts from the moment at which it was due. "Told after" is how long `/api/v1/health` took to say the
            new state, from the moment at which the service was killed or frozen, or answered again.
            A small program that follows the published REST API of MLflow stands for it, since there is no package of it.

            ```sh
            mvn -B verify -pl ear -am -Dit.test=OutagesIT -Doptibid.outages=10 -Doptibid.write-outages=true \\
                -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
            ```

            `-Doptibid.outages` is how many seconds each row lasts after its state is told; without it the test is left out.
            How long a node takes to get ready with each of these: [start-up times](start-up-times.md).
            `-Doptibid.surroundings=ON` does only that part: OFF, REFUSED, SILENT and ON are how the services are when the node starts.

            Seen on %s, JDK %s, %d processors, load %.1f at the end; server, database, services and client on one machine.

            | service | what happens | state told | told after | reads | failed | 50 %% | 95 %% | longest |
            |---|---|---|---|---|---|---|---|---|
            """;

    private static final String WARM = """

            ## What the node could answer

            The same reads, four at a time and each as soon as one before it is answered, in the last second of a warm-up of 150 s, or of 300
            or 450 s where that was fewer than 300; the client shares the processors. A node that has just started answers a fifth of that
            until its code is compiled.

            | services | reads a second |
            |---|---|
            """;

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Long> warm = new LinkedHashMap<>();

    /** Adds how many reads a second a node answered at the end of its warm-up. */
    void addWarmUp(String surroundings, long reads) {
        warm.put(surroundings, reads);
    }

    void add(Row row) {
        rows.add(row);
    }

    List<Row> rows() {
        return rows;
    }

    String markdown() {
        StringBuilder text = new StringBuilder(HEAD.formatted(
                ReadLoad.RATE,
                LocalDate.now(ZoneOffset.UTC),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        rows.forEach(row -> text.append(row.markdown()));
        text.append(WARM);
        warm.forEach((surroundings, reads) -> text.append("| %s | %d |%n".formatted(surroundings, reads)));
        return text.toString();
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0);
    }

    void write() throws IOException {
        Files.writeString(PAGE, markdown());
    }

    /**
     * @param toldAfter from the change, for a service that comes from its first answer, to the health document that says so
     * @param reads all reads that were answered in that time and while the state stood
     */
    record Row(String service, String event, String state, Duration toldAfter, List<ReadLoad.Outcome> reads) {

        List<ReadLoad.Outcome> failed() {
            return reads.stream().filter(read -> read.status() != 200).toList();
        }

        private String markdown() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | `%s` | %s | %d | %d | %d ms | %d ms | %d ms |%n",
                    service,
                    event,
                    state,
                    seconds(toldAfter),
                    reads.size(),
                    failed().size(),
                    percentile(50),
                    percentile(95),
                    percentile(100));
        }

        private long percentile(int percent) {
            long[] sorted =
                    reads.stream().mapToLong(ReadLoad.Outcome::nanos).sorted().toArray();
            int rank = (int) Math.ceil(sorted.length * percent / 100.0);
            return TimeUnit.NANOSECONDS.toMillis(sorted[Math.max(0, rank - 1)]);
        }
    }
}
