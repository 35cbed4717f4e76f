package energy.optibid.streaming;

import java.time.Instant;
import java.util.Optional;

/**
 * What a reader of the log has still before it.
 *
 * @param events how many
 * @param oldest when the oldest of them occurred; absent where there is none
 */
public record Backlog(long events, Optional<Instant> oldest) {}
