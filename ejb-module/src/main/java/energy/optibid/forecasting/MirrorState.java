package energy.optibid.forecasting;

/** Whether MLflow has what is known of a run. */
public enum MirrorState {
    /** MLflow is switched off. */
    OFF,
    /** Something of it is still to be uploaded. */
    WAITING,
    MIRRORED,
    /** MLflow refused it for good; it is tried again after the next change, or when somebody asks for it. */
    REFUSED
}
