package energy.optibid.optimisation;

import jakarta.ejb.ApplicationException;

/** No schedule keeps all limits; names the one that must give. */
@ApplicationException(rollback = true)
public class InfeasiblePlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String limit;

    /**
     * @param limit the limit that cannot be kept, kebab-case: for example {@code end-state-of-charge}
     * @param message the fact in one sentence, with the numbers
     */
    public InfeasiblePlanException(String limit, String message) {
        super(message);
        this.limit = limit;
    }

    public String limit() {
        return limit;
    }
}
