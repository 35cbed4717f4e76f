package energy.optibid.streaming;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** How far this node has read the log: up to there its observers of {@link LoggedEvent} have been told. */
@ApplicationScoped
public class LogTail {
    private static final long NOT_YET = -1;

    private final AtomicLong position = new AtomicLong(NOT_YET);

    /** The place of the last event that was told, or that was there when the node began; absent before it began. */
    public OptionalLong position() {
        long at = position.get();
        return at == NOT_YET ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /** Everything up to that place has been told. Called by what reads the log for this node. */
    public void moveTo(long place) {
        position.set(place);
    }
}
