package energy.optibid.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One service as it is now.
 *
 * @param since from when on it has been in this state
 * @param latency how long its last answer to a probe took; absent when it has not answered yet
 * @param lastError the last failure, one line; absent when there was none, kept after it came back
 * @param configuredAt its address without secrets, or the flag that leaves it off
 */
public record ServiceReport(
        ServiceName name,
        ServiceState state,
        Instant since,
        Optional<Duration> latency,
        Optional<String> lastError,
        String configuredAt) {

    public boolean isRequired() {
        return name.isRequired();
    }

    /** What the state means for the users. */
    public String effect() {
        return switch (state) {
            case AVAILABLE -> name.gained();
            case OFF, CONNECTING, UNAVAILABLE, DEGRADED -> name.alternative();
        };
    }

    /** Switched on, but not there. */
    public boolean isMissed() {
        return state == ServiceState.UNAVAILABLE || state == ServiceState.DEGRADED;
    }
}
