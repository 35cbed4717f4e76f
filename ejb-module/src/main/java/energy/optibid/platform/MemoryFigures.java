package energy.optibid.platform;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;

/**
 * The memory of this process, in bytes.
 *
 * @param heapMaxBytes what the heap may grow to; -1 where nothing bounds it
 * @param nonHeapUsedBytes classes, compiled code and the like
 */
public record MemoryFigures(long heapUsedBytes, long heapMaxBytes, long nonHeapUsedBytes) {

    static MemoryFigures now() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        MemoryUsage heap = memory.getHeapMemoryUsage();
        return new MemoryFigures(
                heap.getUsed(), heap.getMax(), memory.getNonHeapMemoryUsage().getUsed());
    }
}
