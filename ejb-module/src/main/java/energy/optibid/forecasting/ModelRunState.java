package energy.optibid.forecasting;

/** What became of a training. Once it has ended, nothing is added to it any more. */
public enum ModelRunState {
    RUNNING,
    FINISHED,
    FAILED
}
