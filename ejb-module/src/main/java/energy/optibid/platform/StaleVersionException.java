package energy.optibid.platform;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Optional;

/**
 * Someone else changed it meanwhile: the caller has seen a version that is not the current one. Nothing was changed. The
 * facade of every versioned thing throws it, from within the transaction that holds the row's lock.
 */
@ApplicationException(rollback = true)
public class StaleVersionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ChangedField> changes;

    /**
     * @param subject what it is, for example {@code asset}
     * @param seen the version that the caller has seen; negative where it was none of ours
     * @param current the version that it has; negative where it is not there any more
     * @param changes what differs between both, as far as it is known; may be empty
     * @param last the newest change that the caller has not seen, absent where none is known
     */
    public StaleVersionException(
            String subject, int seen, int current, List<ChangedField> changes, Optional<LastChange> last) {
        super(message(subject, seen, current)
                + last.map(change -> "; " + change.message()).orElse(""));
        this.changes = List.copyOf(changes);
    }

    private static String message(String subject, int seen, int current) {
        if (current < 0) {
            return "The %s is not there any more".formatted(subject);
        }
        return "The %s is at version %d".formatted(subject, current)
                + (seen < 0 ? "; If-Match names none of its versions" : ", not at " + seen);
    }

    public List<ChangedField> changes() {
        return changes;
    }
}
