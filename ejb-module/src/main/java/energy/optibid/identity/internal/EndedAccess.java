package energy.optibid.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The sessions and API keys that were ended while access tokens of theirs may still be about, in this node's memory.
 * What is ended here counts at once, what another node ended within the second in which the timer reads it.
 */
@ApplicationScoped
public class EndedAccess {
    private static final Logger LOG = Logger.getLogger(EndedAccess.class.getName());

    /** Transactions that began before the last reading may commit after it, and clocks differ. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final Duration KEPT = TokenRules.ACCESS_AT_MOST.plus(OVERLAP);

    @Inject
    EndedAccessTable table;

    @Inject
    Clock clock;

    private final Map<UUID, Instant> ended = new ConcurrentHashMap<>();
    private final AtomicBoolean failing = new AtomicBoolean();
    private volatile Instant readAt = Instant.MIN;

    public boolean contains(UUID id) {
        return ended.containsKey(id);
    }

    /** Takes what has just been ended on this node. */
    public void add(Set<UUID> ids) {
        Instant now = clock.instant();
        ids.forEach(id -> ended.put(id, now));
    }

    /** Reads what was ended since the last reading and forgets what no token can come from any more. */
    public void read() {
        Instant now = clock.instant();
        Instant oldest = now.minus(KEPT);
        Instant since = readAt.isBefore(oldest) ? oldest : readAt.minus(OVERLAP);
        table.since(since).forEach(id -> ended.putIfAbsent(id, now));
        readAt = now;
        ended.values().removeIf(at -> at.isBefore(oldest));
    }

    /** Reads, and says it once where that fails until it succeeds again. */
    public void poll() {
        try {
            read();
            if (failing.getAndSet(false)) {
                LOG.info("Ended sessions are read again");
            }
        } catch (RuntimeException e) {
            if (!failing.getAndSet(true)) {
                LOG.log(Level.WARNING, e, () -> "Ended sessions of other nodes could not be read; tried each second");
            }
        }
    }
}
