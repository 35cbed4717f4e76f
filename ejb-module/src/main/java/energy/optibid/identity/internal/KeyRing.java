package energy.optibid.identity.internal;

import energy.optibid.identity.TokenKeyState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The signing keys at a moment. Which one signs follows from the clock, so that all nodes change over together. */
public final class KeyRing {
    static final KeyRing EMPTY = new KeyRing(List.of());

    private final List<SigningKey> keys;

    KeyRing(List<SigningKey> keys) {
        this.keys = keys.stream()
                .sorted(Comparator.comparing(SigningKey::signsFrom).thenComparing(SigningKey::id))
                .toList();
    }

    /** All that is published, the oldest first. */
    List<SigningKey> keys() {
        return keys;
    }

    Optional<SigningKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /**
     * The key that signs now: the last whose time has come, or the first where the clock of this node is behind.
     *
     * @throws IllegalStateException before the first key is there
     */
    SigningKey signing(Instant now) {
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .reduce((earlier, later) -> later)
                .or(() -> keys.stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("There is no signing key yet"));
    }

    TokenKeyState state(SigningKey key, Instant now) {
        if (key.id().equals(signing(now).id())) {
            return TokenKeyState.SIGNING;
        }
        return key.signsFrom().isAfter(now) ? TokenKeyState.NEXT : TokenKeyState.RETIRED;
    }

    /** When a new key is to begin to sign that has to be published now; absent where none is due. */
    Optional<Instant> due(Instant now, Duration rotation, Duration lead) {
        if (keys.isEmpty()) {
            return Optional.of(now);
        }
        Instant last = keys.get(keys.size() - 1).signsFrom();
        if (now.isBefore(last.plus(rotation).minus(lead))) {
            return Optional.empty();
        }
        return Optional.of(latest(last.plus(rotation), now.plus(lead)));
    }

    /** Keys whose last token has expired everywhere. */
    List<SigningKey> spent(Instant now) {
        return keys.stream().filter(key -> isSpent(key, now)).toList();
    }

    private boolean isSpent(SigningKey key, Instant now) {
        return keys.stream()
                .filter(other -> other.signsFrom().isAfter(key.signsFrom()))
                .findFirst()
                .map(successor ->
                        now.isAfter(successor.signsFrom().plus(TokenRules.ACCESS_AT_MOST.plus(TokenRules.SKEW))))
                .orElse(false);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
