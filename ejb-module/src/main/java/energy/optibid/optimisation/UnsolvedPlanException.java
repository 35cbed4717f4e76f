package energy.optibid.optimisation;

/** The solver ended without an optimal schedule for a problem that has one. */
public class UnsolvedPlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param state the state in which the solver ended
     * @param periods how many periods were to be planned
     */
    public UnsolvedPlanException(String state, int periods) {
        super("The solver ended in state " + state + " on a plan of " + periods + " periods");
    }
}
