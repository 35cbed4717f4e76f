package energy.optibid.platform;

import java.time.Duration;
import java.util.Optional;

/** How one technology is reached. Made only when its flag is on. */
public interface ServiceConnector {

    /** The address without secrets. */
    String configuredAt();

    /** How long the first attempt may take. */
    Duration firstTimeout();

    /** How long any later attempt may take at the most, and roughly one request when the service hangs. */
    Duration timeout();

    /**
     * Returns when the service answered and can be used, on a connection of its own.
     *
     * @throws Exception when it cannot be used, or did not answer in time
     */
    void probe(Duration timeout) throws Exception;

    /**
     * Whether it has answered anything else since that moment of {@link System#nanoTime}: then a probe without an answer in
     * time says that it is busy, or waits for a connection, and not that it is away.
     */
    default boolean hasAnsweredSince(long nanos) {
        return false;
    }

    /**
     * The pause between two probes of a service that is not ours to ask every few seconds; absent where it is. One with a
     * pause of its own may take the whole of {@link #timeout()} for a probe.
     */
    default Optional<Duration> pause() {
        return Optional.empty();
    }

    /** Drops the connections that are open: the service stopped answering on them. */
    default void lost() {}
}
