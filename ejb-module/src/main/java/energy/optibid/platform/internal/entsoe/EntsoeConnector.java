package energy.optibid.platform.internal.entsoe;

import energy.optibid.platform.EntsoeRest;
import energy.optibid.platform.ServiceConnector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * The Transparency Platform. It has no address for such a question, and one that only answers has not let us in: so it is
 * asked for a small document.
 */
public final class EntsoeConnector implements ServiceConnector {
    private static final String NETHERLANDS = "10YNL----------L";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuuMMddHHmm").withZone(ZoneOffset.UTC);

    private final EntsoeRest rest;
    private final Clock clock;

    public EntsoeConnector(EntsoeRest rest, Clock clock) {
        this.rest = rest;
        this.clock = clock;
    }

    @Override
    public String configuredAt() {
        return rest.settings().masked();
    }

    @Override
    public Duration firstTimeout() {
        return rest.settings().timeout();
    }

    @Override
    public Duration timeout() {
        return rest.settings().timeout();
    }

    @Override
    public Optional<Duration> pause() {
        return Optional.of(rest.settings().probeInterval());
    }

    @Override
    public void probe(Duration timeout) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var unused = rest.ask(
                Map.of(
                        "documentType",
                        "A65",
                        "processType",
                        "A01",
                        "outBiddingZone_Domain",
                        NETHERLANDS,
                        "periodStart",
                        MINUTE.format(hour),
                        "periodEnd",
                        MINUTE.format(hour.plus(1, ChronoUnit.HOURS))),
                timeout);
    }

    @Override
    public void lost() {
        rest.reset();
    }
}
