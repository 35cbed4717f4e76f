package energy.optibid.it;

import energy.optibid.launcher.Guard;
import java.util.Map;
import java.util.Optional;

/** A redis-server of the test's own, which keeps nothing. */
final class Redis extends ServiceProcess {

    private Redis(Guard guard, int port) {
        super(guard, port);
    }

    /** Not started; absent where redis-server is not installed. */
    static Optional<Redis> ifInstalled(Guard guard) {
        return Programs.find("redis-server").isPresent()
                ? Optional.of(new Redis(guard, TestFolders.freePorts(1).get(0)))
                : Optional.empty();
    }

    @Override
    String name() {
        return "redis";
    }

    @Override
    Map<String, String> environment() {
        return Map.of("ENABLE_REDIS", "true", "OPTIBID_REDIS_URI", "redis://127.0.0.1:" + port());
    }

    @Override
    protected ProcessBuilder program() {
        return new ProcessBuilder("redis-server", "--port", String.valueOf(port()), "--bind", "127.0.0.1", "--save", "")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }
}
