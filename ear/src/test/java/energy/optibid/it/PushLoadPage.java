package energy.optibid.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** The page of docs with what {@link PushLoadIT} saw. */
final class PushLoadPage {
    private static final Path PAGE = Path.of("../docs/reference/push-load.md");
    private static final double KILO = 1_024;
    private static final double MEGA = KILO * KILO;
    private static final String HEAD = """
            # Prices pushed to many clients

            Made by `PushLoadIT`: one node, PostgreSQL, no optional service, but for the rows of two nodes, where prices change at one of
            them and its processors are shown; the clients live in one process of their own with one
            thread, on the same machine. Each client follows two zones, whose prices change in turn, each by a request and a
            transaction of its own. Times are from PostgreSQL's own instant of the commit to the receipt by the client's process;
            each change counts once for each client. That nobody missed a change or heard of it twice is asserted in each row.

            ```sh
            mvn -B verify -pl ear -am -Dit.test=PushLoadIT -Doptibid.push-load=30 -Doptibid.write-push-load=true \\
                -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
            ```

            Seen on %s, JDK %s, %d processors, load %.1f at the end.

            | clients | changes due/s | committed/s | receipts | 50 %% | 95 %% | 99 %% | longest | told by a later one | processors, server | processors, clients | machine |
            |---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    private final StringBuilder rows = new StringBuilder();
    private final StringBuilder sentences = new StringBuilder();

    void add(PushPhase phase) {
        rows.append(phase.markdown());
    }

    void addMemory(int connections, MemoryUse before, MemoryUse after) {
        say(
                "%,d connections, each with two zones, took %.1f KB of heap each after a full collection, and %.1f KB of the"
                        + " process's memory (%.0f MB in all).",
                connections,
                (after.heapBytes() - before.heapBytes()) / KILO / connections,
                (after.residentBytes() - before.residentBytes()) / KILO / connections,
                after.residentBytes() / MEGA);
    }

    /** @param status of the clients that read nothing */
    void addSlow(JsonNode status, MemoryUse after) {
        say(
                "Of the slow ones %,d were still connected at the end; the others were ended for: %s. The node had %.0f MB of heap"
                        + " then.",
                status.get("connected").asInt(), status.get("ended"), after.heapBytes() / MEGA);
    }

    /** @param status of the clients when the last of them was back */
    void addReturn(int clients, JsonNode status) {
        say(
                "%,d clients whose server was killed with -9 and started again came back at once, while prices went on changing:"
                        + " 50 %% had what they had missed within %s, the last within %s. None missed a change or heard of one"
                        + " twice.",
                clients,
                PushPhase.millis(status.at("/readyMicros/p50").asLong()),
                PushPhase.millis(status.at("/readyMicros/max").asLong()));
    }

    private void say(String sentence, Object... figures) {
        sentences
                .append('\n')
                .append(String.format(Locale.ROOT, sentence, figures))
                .append('\n');
    }

    void write() throws IOException {
        String head = HEAD.formatted(
                LocalDate.now(ZoneOffset.UTC),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        Files.writeString(PAGE, head + rows + sentences);
    }
}
