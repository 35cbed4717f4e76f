package energy.optibid.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM holds after a full collection.
 *
 * @param heapBytes of living objects
 * @param residentBytes of the process in memory, as Linux counts them
 */
record MemoryUse(long heapBytes, long residentBytes) {
    private static final Pattern USED = Pattern.compile(" used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final int KILO = 1_024;

    static MemoryUse of(Process process) {
        jcmd(process, "GC.run");
        long heap = kilobytes(USED, jcmd(process, "GC.heap_info"));
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
            return new MemoryUse(KILO * heap, KILO * kilobytes(RESIDENT, status));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jcmd(Process process, String command) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process.pid()),
                            command)
                    .redirectErrorStream(true)
                    .start();
            return new String(jcmd.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first figure of that kind: of GC.heap_info the whole heap's. */
    private static long kilobytes(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("Nothing like " + pattern + " in: " + text);
        }
        return Long.parseLong(matcher.group(1));
    }
}
