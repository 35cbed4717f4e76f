package energy.optibid.identity;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** Too many wrong passwords or codes came from here: the next is looked at after a while only. */
@ApplicationException(rollback = true)
public class LogInThrottledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public LogInThrottledException(Duration wait) {
        super("Too many wrong log-ins; the next is looked at in " + Math.max(1, wait.toSeconds()) + " s");
        this.wait = wait;
    }

    /** From now on. */
    public Duration retryAfter() {
        return wait;
    }
}
