package energy.optibid.web.websocket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts what one client sends. For one thread at a time, as messages of one connection come. */
final class MessageMeter {
    static final int MOST_MESSAGES = 200;
    static final int MOST_WRONG = 10;
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Clock clock;
    private Instant since;
    private int messages;
    private int wrong;

    MessageMeter(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Counts a message; false where there were too many within ten seconds. */
    boolean count() {
        Instant now = clock.instant();
        if (now.isAfter(since.plus(WINDOW))) {
            since = now;
            messages = 0;
        }
        messages++;
        return messages <= MOST_MESSAGES;
    }

    /** Counts one that was wrong; false where there were too many of this connection. */
    boolean countWrong() {
        wrong++;
        return wrong <= MOST_WRONG;
    }
}
