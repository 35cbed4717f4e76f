package energy.optibid.it;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** How much of the machine a server and its load client use from its start on. */
final class ProcessorMeter {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final ProcessHandle server;
    private final ProcessHandle client;
    private final long startNanos = System.nanoTime();
    private final Duration serverBefore;
    private final Duration clientBefore;

    ProcessorMeter(ProcessHandle server, ProcessHandle client) {
        this.server = server;
        this.client = client;
        this.serverBefore = used(server);
        this.clientBefore = used(client);
        double unused = SYSTEM.getCpuLoad();
    }

    /**
     * What was used.
     *
     * @param server processors: 1.5 where it had one and a half of them all the time
     * @param client likewise
     * @param machine share of all processors that was busy, from 0 to 1, whoever it was
     */
    record Use(double server, double client, double machine) {}

    Use read() {
        double elapsed = System.nanoTime() - startNanos;
        return new Use(
                used(server).minus(serverBefore).toNanos() / elapsed,
                used(client).minus(clientBefore).toNanos() / elapsed,
                SYSTEM.getCpuLoad());
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
