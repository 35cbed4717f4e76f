package energy.optibid.identity.internal;

import energy.optibid.identity.TokenKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** This node's copy of the signing keys, read anew by a timer and when a token names a key that is not known here. */
@ApplicationScoped
public class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class.getName());

    /** For which others may keep what is published. */
    public static final Duration CACHED = TokenRules.KEYS_CACHED;

    /** So long after a reading an unknown key is not looked for again: tokens can be forged faster than tables read. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    SigningKeyTable table;

    @Inject
    TokenRules rules;

    @Inject
    Clock clock;

    private volatile KeyRing ring = KeyRing.EMPTY;
    private volatile Instant readAt = Instant.EPOCH;

    /** As of the last reading. */
    public KeyRing ring() {
        return ring;
    }

    public SigningKey signing() {
        return ring.signing(clock.instant());
    }

    /** The key of that id, absent where there is none. */
    public Optional<SigningKey> find(String id) {
        Optional<SigningKey> known = ring.find(id);
        if (known.isEmpty() && isOld()) {
            reread();
            return ring.find(id);
        }
        return known;
    }

    /** Makes what is due and reads what is there: at the start, and from time to time. */
    public void turn() {
        take(table.turn(rules.keyRotation(), rules.keyLead()));
    }

    /** Publishes a key that takes over after the lead. */
    public void next() {
        take(table.next(rules.keyLead()));
    }

    /** Without their secret halves, the oldest first. */
    public List<TokenKey> list() {
        Instant now = clock.instant();
        KeyRing read = ring;
        return read.keys().stream()
                .map(key -> key.published(read.state(key, now)))
                .toList();
    }

    private synchronized boolean isOld() {
        Instant now = clock.instant();
        boolean old = now.isAfter(readAt.plus(PATIENCE));
        if (old) {
            readAt = now;
        }
        return old;
    }

    private void reread() {
        try {
            take(table.all());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "The signing keys could not be read; those of before stay in use");
        }
    }

    private void take(KeyRing read) {
        String before = ring == KeyRing.EMPTY ? "" : signing().id();
        ring = read;
        readAt = clock.instant();
        String now = signing().id();
        if (!now.equals(before)) {
            LOG.log(Level.INFO, "Access tokens are signed by key {0} from now on; {1} published", new Object[] {
                now, read.keys().size()
            });
        }
    }
}
