package energy.optibid.it;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page of docs with how long nodes took that {@link OutagesIT} started. */
final class StartTable {
    private static final Path PAGE = Path.of("../docs/reference/start-up-times.md");
    private static final String HEAD = """
            # What optional services cost a start

            Made by `OutagesIT`: from the start of Payara Micro's JVM to `/health/ready`, in turns, on a schema that is there; and the
            processor time that the JVM had taken by then. What runs has run for half a minute before the node starts. With the
            services running on the same processors, "on" is compared with a node that has them off and starts beside them.

            ```sh
            mvn -B verify -pl ear -am -Dit.test=OutagesIT -Doptibid.starts=6 -Doptibid.write-outages=true \\
                -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
            ```

            Seen on %s, JDK %s, %d processors, load %.1f at the end; server, database and services on one machine.

            | services | starts | median | longer than with all off beside the same, median of the turns | processor time, median |
            |---|---|---|---|---|
            """;

    private final Map<String, List<Start>> starts = new LinkedHashMap<>();
    private final Map<String, String> references = new HashMap<>();

    /** @param processorTime what the JVM had taken by the time at which the node was ready */
    record Start(Duration untilReady, Duration processorTime) {}

    /**
     * Adds a start.
     *
     * @param reference the surroundings that these are compared with, the first start with the first and so on
     */
    void add(String surroundings, String reference, Start start) {
        references.put(surroundings, reference);
        starts.computeIfAbsent(surroundings, any -> new ArrayList<>()).add(start);
    }

    void write() throws IOException {
        StringBuilder text = new StringBuilder(HEAD.formatted(
                LocalDate.now(ZoneOffset.UTC),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        starts.forEach((surroundings, all) ->
                text.append(row(surroundings, all, starts.getOrDefault(references.get(surroundings), List.of()))));
        Files.writeString(PAGE, text);
    }

    private static String row(String surroundings, List<Start> all, List<Start> compared) {
        List<Duration> times = all.stream().map(Start::untilReady).toList();
        List<Duration> longer = IntStream.range(0, Math.min(all.size(), compared.size()))
                .mapToObj(turn -> times.get(turn).minus(compared.get(turn).untilReady()))
                .toList();
        return "| %s | %s | %s | %s | %s |%n"
                .formatted(
                        surroundings,
                        times.stream().map(OutageTable::seconds).collect(Collectors.joining(", ")),
                        OutageTable.seconds(median(times)),
                        longer.isEmpty() ? "" : OutageTable.seconds(median(longer)),
                        OutageTable.seconds(
                                median(all.stream().map(Start::processorTime).toList())));
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
