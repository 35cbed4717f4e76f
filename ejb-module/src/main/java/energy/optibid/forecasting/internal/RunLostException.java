package energy.optibid.forecasting.internal;

/** The mirror had a run, and does not have it any more. */
public class RunLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunLostException(String mirroredRunId) {
        super("The mirror does not have the run " + mirroredRunId + " any more");
    }
}
