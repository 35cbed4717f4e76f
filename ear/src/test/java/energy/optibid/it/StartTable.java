package energy.optibid.it;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page of docs with how long nodes took that {@link OutagesIT} started. */
final class StartTable {
    private static final Path PAGE = Path.of("../docs/reference/start-up-times.md");
    private static final String HEAD = """
            # What optional services cost a start

            Made by `OutagesIT`: from the start of Payara Micro's JVM to `/health/ready`, on a schema that is there. Two nodes
            start at the same moment, one as the row says, the other with everything off, so that a machine that gets slower
            slows both; each takes about twice as long as alone. Services that run have run for half a minute before. The row "off"
            compares off with off: what it tells is the error of the measurement.

            ```sh
            mvn -B verify -pl ear -am -Dit.test=OutagesIT -Doptibid.starts=5 -Doptibid.write-outages=true \\
                -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
            ```

            Seen on %s, JDK %s, %d processors, load %.1f at the end; server, database and services on one machine.

            | services | until ready, of each pair, and with everything off | longer: mean ± its standard error | median | processor time longer, mean ± its standard error |
            |---|---|---|---|---|
            """;

    private final Map<String, List<StartPair.Starts>> starts = new LinkedHashMap<>();

    void add(String surroundings, StartPair.Starts pair) {
        starts.computeIfAbsent(surroundings, any -> new ArrayList<>()).add(pair);
    }

    void write() throws IOException {
        StringBuilder text = new StringBuilder(HEAD.formatted(
                LocalDate.now(ZoneOffset.UTC),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        starts.forEach((surroundings, pairs) -> text.append(row(surroundings, pairs)));
        Files.writeString(PAGE, text);
    }

    private static String row(String surroundings, List<StartPair.Starts> pairs) {
        double[] longer = differences(pairs, StartPair.Start::untilReady);
        return "| %s | %s | %s | %.2f s | %s |%n"
                .formatted(
                        surroundings,
                        pairs.stream()
                                .map(pair -> "%.1f/%.1f s"
                                        .formatted(
                                                seconds(pair.measured().untilReady()),
                                                seconds(pair.off().untilReady())))
                                .collect(Collectors.joining(", ")),
                        mean(longer),
                        median(longer),
                        mean(differences(pairs, StartPair.Start::processorTime)));
    }

    private static double[] differences(List<StartPair.Starts> pairs, Function<StartPair.Start, Duration> figure) {
        return pairs.stream()
                .mapToDouble(pair -> seconds(figure.apply(pair.measured()).minus(figure.apply(pair.off()))))
                .sorted()
                .toArray();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String mean(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares =
                Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        return values.length == 1 ? "%.2f s".formatted(mean) : "%.2f ± %.2f s".formatted(mean, error);
    }
}
