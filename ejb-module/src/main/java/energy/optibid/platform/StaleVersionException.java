package energy.optibid.platform;

import jakarta.ejb.ApplicationException;
import java.util.List;

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
     * @param current the version that it has
     * @param changes what differs between both, as far as it is known; may be empty
     */
    public StaleVersionException(String subject, int seen, int current, List<ChangedField> changes) {
        super("The %s is at version %d".formatted(subject, current)
                + (seen < 0 ? "; If-Match names none of its versions" : ", not at " + seen));
        this.changes = List.copyOf(changes);
    }

    public List<ChangedField> changes() {
        return changes;
    }

    /**
     * Nothing where the caller has seen the current version.
     *
     * @throws StaleVersionException where not, without what changed
     */
    public static void check(String subject, int seen, int current) {
        if (seen != current) {
            throw new StaleVersionException(subject, seen, current, List.of());
        }
    }
}
