package energy.optibid.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.identity.LogInMethod;
import energy.optibid.platform.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContinuationTest {
    private static final Instant START = TokenBench.NOW;
    private static final TokenRules RULES = TokenBench.RULES;

    private final SessionEntity session =
            new SessionEntity(new UUID(1, 1), new UUID(2, 2), new UUID(3, 3), LogInMethod.PASSWORD, START);

    ContinuationTest() {
        session.used(START, Origin.none(), RULES);
    }

    @Test
    void latestTokenShouldAdvanceWhenTheSessionGoesOn() {
        assertThat(session.decide(0, START.plusSeconds(900), RULES)).isEqualTo(Continuation.ADVANCE);
    }

    @Test
    void tokenBeforeShouldAnswerAgainWhenItIsWithinTheGrace() {
        Instant used = START.plusSeconds(900);
        session.advance(used);

        assertThat(session.decide(0, used, RULES)).isEqualTo(Continuation.REPEAT);
        assertThat(session.decide(0, used.plusMillis(29_999), RULES)).isEqualTo(Continuation.REPEAT);
        assertThat(session.decide(0, used.plusSeconds(30), RULES)).isEqualTo(Continuation.REUSED);
        assertThat(session.decide(1, used.plusSeconds(30), RULES)).isEqualTo(Continuation.ADVANCE);
    }

    @Test
    void olderTokenShouldBeReusedWhenItIsWithinTheGraceOfALaterOne() {
        session.advance(START.plusSeconds(1));
        session.advance(START.plusSeconds(2));

        assertThat(session.decide(0, START.plusSeconds(3), RULES)).isEqualTo(Continuation.REUSED);
        assertThat(session.decide(1, START.plusSeconds(3), RULES)).isEqualTo(Continuation.REPEAT);
    }

    @Test
    void anyTokenShouldBeOverWhenTheSessionWasIdleTooLongOrHasEnded() {
        assertThat(session.decide(0, START.plus(RULES.idle()), RULES)).isEqualTo(Continuation.OVER);
        session.end(START.plusSeconds(1), "log-out");
        assertThat(session.decide(0, START.plusSeconds(1), RULES)).isEqualTo(Continuation.OVER);
    }

    @Test
    void sessionShouldEndAtTheAbsoluteLimitWhenItIsAlwaysUsed() {
        Instant now = START;
        while (session.decide(0, now, RULES) != Continuation.OVER) {
            session.used(now, Origin.none(), RULES);
            now = now.plus(Duration.ofMinutes(30));
        }

        assertThat(now).isEqualTo(START.plus(RULES.absolute()));
    }
}
