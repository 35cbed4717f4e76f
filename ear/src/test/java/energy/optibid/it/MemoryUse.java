package energy.optibid.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of a JVM, on Linux.
 *
 * @param liveBytes objects that a full collection leaves in the heap
 * @param residentBytes what the process has of the machine's memory; without the kernel's buffers of its sockets
 */
record MemoryUse(long liveBytes, long residentBytes) {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

    /** Has it collect its garbage first. */
    static MemoryUse of(ProcessHandle process) {
        try {
            Process histogram = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process.pid()),
                            "GC.class_histogram")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String classes = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
            return new MemoryUse(number(TOTAL, classes), 1024 * number(RESIDENT, status));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(pattern + " is not in:\n" + text);
        }
        return Long.parseLong(found.group(1));
    }
}
