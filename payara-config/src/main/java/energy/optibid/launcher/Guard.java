package energy.optibid.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Ends server processes when this JVM dies, even by {@code kill -9}: a shell in a session of its own that reads process
 * ids until its standard input ends, and then asks them to end, the last one first.
 */
public final class Guard implements AutoCloseable {

    private static final String SCRIPT = """
            watched=
            while read -r signal pid; do watched="$signal $pid $watched"; done
            set -- $watched
            while [ $# -gt 1 ]; do
              kill -s "$1" "$2" 2>/dev/null && tries=200 || tries=0
              while [ $tries -gt 0 ] && kill -0 "$2" 2>/dev/null; do sleep 0.1; tries=$((tries - 1)); done
              shift 2
            done
            """;

    private final Process shell;

    public Guard() {
        try {
            shell = new ProcessBuilder(List.of("setsid", "sh", "-c", SCRIPT))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Watches over a process from now on.
     *
     * @param signal what asks it to end in good order: TERM for a JVM, INT for PostgreSQL
     */
    public void watch(String signal, long pid) {
        try {
            OutputStream input = shell.getOutputStream();
            input.write((signal + " " + pid + "\n").getBytes(UTF_8));
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the watch without touching the processes, which have been stopped in order by now. */
    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
