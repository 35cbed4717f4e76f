package energy.optibid.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The page of docs with what {@link PushLoadIT} saw. */
final class PushLoadPage {
    private static final Path PAGE = Path.of("../docs/reference/push-load.md");
    private static final String HEAD = """
            # How quickly prices reach many clients

            Made by `PushLoadIT`. Clients of [`/ws/prices`](websocket.md) live in a process of their own (`LoadClient`), each with a connection
            of its own, and follow four zones. Prices are changed by `POST /api/v1/market-data/prices`, one change in each request, at a
            fixed rate and of one zone after the other, so that each change goes to each client.

            A time counts from the commit, by PostgreSQL's own record of it (`track_commit_timestamp`), to the moment at which the client
            has read the message from its socket; one clock, since all is on one machine. It is counted for each change and each
            client: who gets three changes in one message waited for all three. Nobody missed a change or heard of one twice, else
            the test fails; what was to be heard is read from the database.

            ```sh
            mvn -B verify -pl ear -am -DskipServer -Dit.test=PushLoadIT -Doptibid.push-load=30 -Doptibid.write-push-load=true \\
                -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
            ```

            `-Doptibid.push-load` is how many seconds each row lasts; without it the test is left out. For less of a load:
            `-Doptibid.push-load.clients` (1000), `.rates` (5,10,20,30,40,60,80), `.connections` (10000), `.slow` (1000, part of those),
            `.returning` (200).

            Seen on %s, JDK %s, %d processors, load %.1f at the end; server, database, sender and clients on one machine. The server has 1 GiB
            of heap. PostgreSQL does not wait for its disk.

            """;

    private static final String PHASES = """
            | what | changes a second, due | committed | times counted | 50 %% | 95 %% | 99 %% | longest | changes told with a later one | processors, server | processors, clients | machine busy |
            |---|---|---|---|---|---|---|---|---|---|---|---|
            """.replace("%%", "%");

    private static final String SLOW = """

            ## Idle connections and slow readers

            All are idle but for one change a second, which goes to each of them. Of the slow readers half read nothing, the others 100 bytes
            a second, and a few read nothing while they ask for all zones again and again, so that as much waits for them as the server lets
            wait. The figures are of those that read. Who does not answer the server's pings is closed meanwhile (4408); in the end all come
            back with their last numbers and have missed nothing.

            """;

    private static final String MEMORY = """

            | connections | live objects in the heap | resident memory | objects for each connection | resident for each connection |
            |---|---|---|---|---|
            """;

    private final StringBuilder text = new StringBuilder();

    /** @param phases with that many clients, in rising order of their rates */
    void addRates(int clients, List<PushPhase> phases) {
        text.append("## The highest rate%n%n".formatted());
        int highest = phases.stream()
                .filter(PushPhase::holds)
                .map(PushPhase::perSecond)
                .max(Comparator.naturalOrder())
                .orElse(0);
        text.append("%,d clients: 99 %% within 100 ms up to **%d changes a second**.%n%n".formatted(clients, highest));
        add(phases);
    }

    /**
     * Adds what idle connections and slow readers cost.
     *
     * @param before the node without a client
     * @param with all connections open and their beginnings told
     */
    void addConnections(int connections, MemoryUse before, MemoryUse with, List<PushPhase> phases) {
        text.append(SLOW);
        add(phases);
        text.append(MEMORY).append(memory(0, before, "", ""));
        text.append(memory(
                connections,
                with,
                kilobytes((with.liveBytes() - before.liveBytes()) / connections),
                kilobytes((with.residentBytes() - before.residentBytes()) / connections)));
    }

    private static String memory(int connections, MemoryUse use, String live, String resident) {
        return String.format(
                Locale.ROOT,
                "| %,d | %,d MB | %,d MB | %s | %s |%n",
                connections,
                use.liveBytes() / 1_000_000,
                use.residentBytes() / 1_000_000,
                live,
                resident);
    }

    private static String kilobytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f kB", bytes / 1_000.0);
    }

    /**
     * Adds how clients came back.
     *
     * @param ready from the beginning of a client's connection until it knew all that it had missed, in microseconds
     */
    void addReturn(int clients, int missed, JsonNode ready) {
        text.append("""

                ## After kill -9

                The node is killed while prices change at 10 a second, and started again; prices change before its clients come back,
                all at once, each with its last numbers. Their times are from the beginning of the connection until all that was missed
                is told.

                | clients | changes that each had not heard of | 50 %% | 95 %% | longest |
                |---|---|---|---|---|
                | %d | %d | %s | %s | %s |
                """.formatted(
                        clients,
                        missed,
                        PushPhase.millis(ready.get("p50").asLong()),
                        PushPhase.millis(ready.get("p95").asLong()),
                        PushPhase.millis(ready.get("max").asLong())));
    }

    private void add(List<PushPhase> phases) {
        text.append(PHASES);
        phases.forEach(phase -> text.append(phase.markdown()));
    }

    String markdown() {
        return HEAD.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.version().feature(),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                + text;
    }

    void write() throws IOException {
        Files.writeString(PAGE, markdown());
    }
}
