package energy.optibid.platform;

import java.time.Duration;

/** Stands for PostgreSQL in the table of services, where a test is about another one: it always answers. */
public final class AnsweringService implements ServiceConnector {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Override
    public String configuredAt() {
        return "here";
    }

    @Override
    public Duration firstTimeout() {
        return TIMEOUT;
    }

    @Override
    public Duration timeout() {
        return TIMEOUT;
    }

    @Override
    public void probe(Duration timeout) {}
}
