package energy.optibid.web.rest.models;

/** How a training ends. */
public enum RunOutcome {
    FINISHED,
    FAILED
}
