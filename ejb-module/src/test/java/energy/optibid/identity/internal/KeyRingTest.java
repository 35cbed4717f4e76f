package energy.optibid.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.identity.TokenKeyState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration ROTATION = Duration.ofDays(30);
    private static final Duration LEAD = Duration.ofHours(1);

    private final SigningKey first = SigningKey.generate(START);
    private final SigningKey second = SigningKey.generate(START.plus(ROTATION));
    private final KeyRing ring = new KeyRing(List.of(second, first));

    @Test
    void signingShouldPassToTheNextKeyWhenItsTimeHasCome() {
        assertThat(ring.signing(second.signsFrom().minusMillis(1))).isEqualTo(first);
        assertThat(ring.signing(second.signsFrom())).isEqualTo(second);
        assertThat(ring.signing(START.minusSeconds(5)))
                .as("a clock that is behind")
                .isEqualTo(first);
        assertThatThrownBy(() -> KeyRing.EMPTY.signing(START)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stateShouldFollowTheClockWhenAsked() {
        Instant before = second.signsFrom().minusSeconds(1);

        assertThat(ring.state(first, before)).isEqualTo(TokenKeyState.SIGNING);
        assertThat(ring.state(second, before)).isEqualTo(TokenKeyState.NEXT);
        assertThat(ring.state(first, second.signsFrom())).isEqualTo(TokenKeyState.RETIRED);
        assertThat(ring.state(second, second.signsFrom())).isEqualTo(TokenKeyState.SIGNING);
    }

    @Test
    void dueShouldBeTheFirstKeyAtOnceWhenThereIsNone() {
        assertThat(KeyRing.EMPTY.due(START, ROTATION, LEAD)).contains(START);
    }

    @Test
    void dueShouldPublishTheLeadBeforeItSignsWhenTheRotationIsNear() {
        KeyRing one = new KeyRing(List.of(first));
        Instant end = START.plus(ROTATION);

        assertThat(one.due(end.minus(LEAD).minusSeconds(1), ROTATION, LEAD)).isEmpty();
        assertThat(one.due(end.minus(LEAD), ROTATION, LEAD)).contains(end);
        assertThat(one.due(end.plusSeconds(7), ROTATION, LEAD))
                .as("after a stop of weeks it is published first all the same")
                .contains(end.plusSeconds(7).plus(LEAD));
        assertThat(ring.due(end.minusSeconds(1), ROTATION, LEAD))
                .as("one is waiting")
                .isEmpty();
    }

    @Test
    void spentShouldKeepARetiredKeyWhenATokenOfItMayStillBeAbout() {
        Instant last = second.signsFrom().plus(TokenRules.ACCESS);

        assertThat(ring.spent(last)).isEmpty();
        assertThat(ring.spent(last.plusSeconds(71))).containsExactly(first);
        assertThat(new KeyRing(List.of(first)).spent(last.plus(ROTATION))).isEmpty();
    }

    @Test
    void everyTokenShouldBeVerifiableWhenKeysTurnForAYear() {
        KeyRing turning = KeyRing.EMPTY;
        for (Instant now = START;
                now.isBefore(START.plus(Duration.ofDays(365)));
                now = now.plus(Duration.ofMinutes(7))) {
            turning = turned(turning, now);
            SigningKey signing = turning.signing(now);

            // Published long enough before it signs, but for the very first.
            assertThat(signing.signsFrom()).isBeforeOrEqualTo(now);
            KeyRing after = turned(turning, now.plus(TokenRules.ACCESS));
            assertThat(after.find(signing.id())).as("at the token's end").isPresent();
            assertThat(turning.keys()).hasSizeLessThanOrEqualTo(2);
        }
    }

    private static KeyRing turned(KeyRing ring, Instant now) {
        List<SigningKey> keys = new ArrayList<>(ring.keys());
        ring.due(now, ROTATION, LEAD).ifPresent(from -> keys.add(SigningKey.generate(from)));
        keys.removeAll(ring.spent(now));
        return new KeyRing(keys);
    }
}
