package energy.optibid.it;

import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** A redis-server of the test's own; ends with this JVM. */
final class Redis {

    private final Guard guard;
    private final int port;
    private Process process;

    private Redis(Guard guard, int port) {
        this.guard = guard;
        this.port = port;
        this.process = launch();
    }

    /** Absent where redis-server is not installed. */
    static Optional<Redis> startIfInstalled(Guard guard) throws IOException {
        return Programs.find("redis-server").isPresent()
                ? Optional.of(new Redis(guard, TestFolders.freePorts(1).get(0)))
                : Optional.empty();
    }

    Map<String, String> environment() {
        return Map.of("ENABLE_REDIS", "true", "OPTIBID_REDIS_URI", "redis://127.0.0.1:" + port);
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void bringBack() {
        process = launch();
    }

    private Process launch() {
        try {
            Process launched = new ProcessBuilder(
                            "redis-server", "--port", String.valueOf(port), "--bind", "127.0.0.1", "--save", "")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            guard.watch("KILL", launched.pid());
            Runtime.getRuntime().addShutdownHook(new Thread(launched::destroyForcibly));
            return launched;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
